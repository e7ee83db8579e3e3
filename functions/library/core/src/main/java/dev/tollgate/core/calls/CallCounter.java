package dev.tollgate.core.calls;

import dev.tollgate.core.editions.RateRule;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.quota.Marks;
import dev.tollgate.core.quota.Slot;
import java.time.Instant;
import java.util.OptionalLong;

/** What all instances together count calls against, from its start to its end. */
public sealed interface CallCounter {
  /** Tells apart what one subject is counted by: seconds of a window, such as "60s", or a meter. */
  String name();

  /** Empty for any number. */
  OptionalLong most();

  /** When it counts no more, and its successor starts at zero. */
  Instant endsAt();

  /** Whether both are the same count, though the limit may have changed. */
  boolean sameAs(CallCounter other);

  /** A window of all calls of a tenant. */
  record OfTenant(TenantId tenant, RateRule rule, Instant start) implements CallCounter {
    @Override
    public String name() {
      return nameOf(rule);
    }

    @Override
    public OptionalLong most() {
      return OptionalLong.of(rule.limit());
    }

    @Override
    public Instant endsAt() {
      return start.plus(rule.window());
    }

    @Override
    public boolean sameAs(CallCounter other) {
      return equals(other);
    }
  }

  /**
   * A window of calls that name no tenant.
   *
   * @param address of the client, hashed
   */
  record OfAddress(Fingerprint address, RateRule rule, Instant start) implements CallCounter {
    @Override
    public String name() {
      return nameOf(rule);
    }

    @Override
    public OptionalLong most() {
      return OptionalLong.of(rule.limit());
    }

    @Override
    public Instant endsAt() {
      return start.plus(rule.window());
    }

    @Override
    public boolean sameAs(CallCounter other) {
      return equals(other);
    }
  }

  /** A period of the meter that plans limit. */
  record OfMeter(TenantId tenant, Slot.Within slot, OptionalLong most, Marks marks)
      implements CallCounter {
    @Override
    public String name() {
      return slot.meter().key();
    }

    @Override
    public Instant endsAt() {
      return slot.endsAt();
    }

    @Override
    public boolean sameAs(CallCounter other) {
      return other instanceof OfMeter meter
          && meter.tenant.equals(tenant)
          && meter.slot.equals(slot);
    }
  }

  private static String nameOf(RateRule rule) {
    return Math.max(1, rule.window().toSeconds()) + "s";
  }
}
