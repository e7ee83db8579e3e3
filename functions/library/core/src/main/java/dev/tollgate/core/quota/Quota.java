package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.entitlements.Entitlements;
import java.util.List;
import java.util.Optional;

/**
 * Everything a tenant may do, and how much of it is done.
 *
 * @param meters one for every meter of the edition, in its order
 */
public record Quota(Entitlements entitlements, List<MeterState> meters) {
  public Quota {
    meters = List.copyOf(meters);
  }

  /** Empty where the edition does not count it. */
  public Optional<MeterState> of(Meter meter) {
    return meters.stream().filter(state -> state.meter().equals(meter)).findFirst();
  }
}
