package dev.tollgate.dynamo;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.MeterKind;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.kernel.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stands between a change of what a tenant may have and those who decided by what it might before:
 * every level bears the version of the enrollment that counts, and nobody who has seen an older one
 * may raise it.
 */
record Fences(List<Meter> gauges) {
  static Fences of(Edition edition) {
    return new Fences(
        edition.meters().stream()
            .filter(policy -> policy.kind() instanceof MeterKind.Gauge)
            .map(MeterPolicy::meter)
            .toList());
  }

  /**
   * @param version the enrollment will bear
   * @param most levels that the change allows; it is refused where one is above
   */
  List<Action> raise(TenantId tenant, long version, Map<Meter, Long> most) {
    return gauges.stream()
        .map(
            gauge -> {
              Action fence = MeterItem.fence(SlotKey.of(tenant, gauge), version);
              return Optional.ofNullable(most.get(gauge))
                  .map(
                      allowed ->
                          fence
                              .when("attribute_not_exists(used) OR used <= :most")
                              .with(":most", allowed))
                  .orElse(fence);
            })
        .toList();
  }
}
