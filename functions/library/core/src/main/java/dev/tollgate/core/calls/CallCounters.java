package dev.tollgate.core.calls;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.RateLimits;
import dev.tollgate.core.editions.RateRule;
import dev.tollgate.core.entitlements.Entitlements;
import dev.tollgate.core.entitlements.LimitRight;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.quota.Marks;
import dev.tollgate.core.quota.Slot;
import dev.tollgate.core.quota.Slots;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds what a call counts against. Windows follow one another without gaps, since 1970. */
public final class CallCounters {
  private final List<RateRule> perTenant;
  private final List<RateRule> perAddress;

  public CallCounters(RateLimits limits) {
    this.perTenant = strictest(limits.apiPerTenant());
    this.perAddress = strictest(limits.apiPerAddress());
  }

  /** The windows of every call of a tenant; empty where the edition has none. */
  public List<CallCounter> ofTenant(TenantId tenant, Instant now) {
    return perTenant.stream()
        .<CallCounter>map(rule -> new CallCounter.OfTenant(tenant, rule, start(rule, now)))
        .toList();
  }

  /** The windows of every call that names no tenant; empty where the edition has none. */
  public List<CallCounter> ofAddress(Fingerprint address, Instant now) {
    return perAddress.stream()
        .<CallCounter>map(rule -> new CallCounter.OfAddress(address, rule, start(rule, now)))
        .toList();
  }

  /** Stands for a client's network address where it is counted. */
  public static Fingerprint address(Client client) {
    return Fingerprint.of("address " + client.address());
  }

  /** The period of {@code api_calls} that a call falls into; empty where no plan limits it. */
  public static Optional<CallCounter> ofMeter(Entitlements entitlements, Ids ids) {
    return Optional.ofNullable(entitlements.limits().get(Meter.API_CALLS))
        .map(
            right ->
                new CallCounter.OfMeter(
                    entitlements.account().id(),
                    slot(right, entitlements),
                    most(right),
                    Marks.of(entitlements, right.limit(), ids)));
  }

  /** An edition has no calls that are counted otherwise. */
  private static Slot.Within slot(LimitRight right, Entitlements entitlements) {
    Slot slot =
        Slots.of(
            right.policy(),
            entitlements.account().zone(),
            entitlements.subscription(),
            entitlements.at());
    if (slot instanceof Slot.Within within) {
      return within;
    }
    throw new IllegalStateException("calls are counted by day or month");
  }

  private static OptionalLong most(LimitRight right) {
    return right.limit() instanceof Limit.AtMost(long most)
        ? OptionalLong.of(most)
        : OptionalLong.empty();
  }

  private static Instant start(RateRule rule, Instant now) {
    long length = rule.window().toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), length) * length);
  }

  /** One rule for each length: two of the same would share a counter. */
  private static List<RateRule> strictest(List<RateRule> rules) {
    Map<Duration, RateRule> byWindow = new LinkedHashMap<>();
    rules.forEach(
        rule -> byWindow.merge(rule.window(), rule, (a, b) -> a.limit() <= b.limit() ? a : b));
    return List.copyOf(byWindow.values());
  }
}
