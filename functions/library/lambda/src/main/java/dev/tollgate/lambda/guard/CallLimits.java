package dev.tollgate.lambda.guard;

import dev.tollgate.core.calls.CallCounter;
import dev.tollgate.core.calls.CallCounters;
import dev.tollgate.core.calls.CallStock;
import dev.tollgate.core.calls.Taking;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.entitlements.Entitlements;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.quota.MeterState;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.views.QuotaExceeded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts calls against the edition's rates and the plan's {@code api_calls}. A rate that is full
 * comes first, because it is over sooner; a call that only the plan refuses still counts by rates.
 */
final class CallLimits implements Calls {
  private final CallCounters counters;
  private final CallStock stock;
  private final Rights rights;
  private final Time time;
  private final Ids ids;
  private final String upgradeUrl;

  CallLimits(
      CallCounters counters,
      CallStock stock,
      Rights rights,
      Time time,
      Ids ids,
      String upgradeUrl) {
    this.counters = counters;
    this.stock = stock;
    this.rights = rights;
    this.time = time;
    this.ids = ids;
    this.upgradeUrl = upgradeUrl;
  }

  @Override
  public Counted ofTenant(Tenancy tenancy, boolean metered) {
    TenantId tenant = tenancy.account().id();
    Instant now = time.now(tenant);
    List<CallCounter> rates = counters.ofTenant(tenant, now);
    Optional<Entitlements> entitlements = metered ? rights.metered(tenancy) : Optional.empty();
    if (entitlements.isEmpty()) {
      return counted(take(tenant, rates, now), now);
    }
    return ofTenant(tenant, rates, entitlements.get(), now);
  }

  private Counted ofTenant(
      TenantId tenant, List<CallCounter> rates, Entitlements entitlements, Instant now) {
    List<CallCounter> all = new ArrayList<>(rates);
    CallCounters.ofMeter(entitlements, ids).ifPresent(all::add);
    Taking taking = take(tenant, all, now);
    Optional<Taking.Full> meter = fullMeter(taking);
    if (meter.isEmpty()) {
      return counted(taking, now);
    }
    Taking byRates = take(tenant, rates, now);
    if (byRates instanceof Taking.Refused) {
      return counted(byRates, now);
    }
    List<Taking.Left> left = new ArrayList<>(byRates.left());
    left.add(new Taking.Left(meter.get().counter(), 0));
    return new Counted(Optional.of(exceeded(entitlements, meter.get())), RateHeaders.of(left, now));
  }

  @Override
  public Counted ofAddress(Client client) {
    Instant now = time.now();
    Fingerprint address = CallCounters.address(client);
    List<CallCounter> rates = counters.ofAddress(address, now);
    return rates.isEmpty() ? Counted.NOTHING : counted(stock.ofAddress(address, rates, now), now);
  }

  private Taking take(TenantId tenant, List<CallCounter> wanted, Instant now) {
    return wanted.isEmpty() ? new Taking.Taken(List.of()) : stock.ofTenant(tenant, wanted, now);
  }

  private static Counted counted(Taking taking, Instant now) {
    Optional<Problem> refusal =
        taking instanceof Taking.Refused refused
            ? Optional.of(Problem.rateLimited(refused.wait(now)))
            : Optional.empty();
    return new Counted(refusal, RateHeaders.of(taking.left(), now));
  }

  private static Optional<Taking.Full> fullMeter(Taking taking) {
    return taking instanceof Taking.Refused refused
        ? refused.full().stream()
            .filter(full -> full.counter() instanceof CallCounter.OfMeter)
            .findFirst()
        : Optional.empty();
  }

  private Problem exceeded(Entitlements entitlements, Taking.Full full) {
    if (!(full.counter() instanceof CallCounter.OfMeter meter)) {
      throw new IllegalStateException("no meter");
    }
    MeterState state =
        new MeterState(entitlements.limit(Meter.API_CALLS), meter.slot(), full.used());
    return QuotaExceeded.problem(entitlements.plan(), List.of(state), upgradeUrl);
  }
}
