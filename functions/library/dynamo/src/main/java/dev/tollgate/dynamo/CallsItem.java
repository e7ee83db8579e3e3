package dev.tollgate.dynamo;

import dev.tollgate.core.calls.CallBlock;
import dev.tollgate.core.calls.CallCounter;
import dev.tollgate.core.editions.RateRule;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * How many calls were leased in a window; those of a metered period are in the meter's own item. A
 * window is part of its key, so nothing is ever reset.
 */
final class CallsItem {
  /** Longer than any clock is wrong. */
  private static final Duration WINDOW_KEPT = Duration.ofDays(1);

  private CallsItem() {}

  record TenantCallsKey(TenantId tenant, Duration window, Instant start) implements Key {
    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return sortOf(window, start);
    }
  }

  record AddressCallsKey(Fingerprint address, Duration window, Instant start) implements Key {
    @Override
    public String partition() {
      return "RATE#calls#" + address.value();
    }

    @Override
    public String sort() {
      return sortOf(window, start);
    }
  }

  private static String sortOf(Duration window, Instant start) {
    return "CALLS#" + window + "#" + Row.write(start);
  }

  /** Counts a block where there is room for all of it: the condition is the limit. */
  static Action lease(CallBlock block) {
    CallCounter counter = block.counter();
    return switch (counter) {
      case CallCounter.OfTenant(var tenant, RateRule rule, var start) ->
          count(new TenantCallsKey(tenant, rule.window(), start), block)
              .with(":forgotten", forgotten(counter));
      case CallCounter.OfAddress(var address, RateRule rule, var start) ->
          count(new AddressCallsKey(address, rule.window(), start), block)
              .with(":forgotten", forgotten(counter));
      case CallCounter.OfMeter _ -> throw new IllegalArgumentException("a meter is no window");
    };
  }

  private static Action count(Key key, CallBlock block) {
    Action count =
        Action.update(key, "SET used = if_not_exists(used, :zero) + :n, #ttl = :forgotten")
            .with(":zero", 0)
            .with(":n", block.calls());
    OptionalLong most = block.counter().most();
    return most.isEmpty()
        ? count
        : count
            .when("attribute_not_exists(used) OR used <= :room")
            .with(":room", most.getAsLong() - block.calls());
  }

  private static long forgotten(CallCounter counter) {
    return counter.endsAt().plus(WINDOW_KEPT).getEpochSecond();
  }
}
