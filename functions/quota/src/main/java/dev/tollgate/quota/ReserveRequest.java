package dev.tollgate.quota;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.core.quota.Demand;
import dev.tollgate.core.quota.ReservingQuota;
import io.micronaut.core.annotation.Introspected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Quota to set aside: one meter's, or that of several, all or nothing.
 *
 * @param id made by whoever asks, so that asking again is harmless: res_ and 26 characters of
 *     Crockford's base 32 in lower case
 * @param items a list of {meter, amount}, instead of meter and amount
 * @param ttlSeconds after which what was not committed is given back; 300 where absent
 */
@Introspected
record ReserveRequest(
    @Nullable ReservationId id,
    @Nullable String meter,
    @Nullable Long amount,
    @Nullable Items items,
    @Nullable Long ttlSeconds) {
  private static final Duration USUAL = Duration.ofMinutes(5);

  List<Violation> violations(Edition edition) {
    List<Violation> violations = new ArrayList<>();
    if (items != null) {
      if (meter != null || amount != null) {
        violations.add(new Violation("items", "stand instead of meter and amount"));
      }
      violations.addAll(items.violations(edition, 1));
      return violations;
    }
    if (meter == null) {
      violations.add(new Violation("meter", "is required, or items"));
    } else {
      Amounts.meter(edition, "meter", meter).ifPresent(violations::add);
    }
    if (amount == null) {
      violations.add(new Violation("amount", "is required, or items"));
    } else {
      Amounts.amount("amount", amount, 1).ifPresent(violations::add);
    }
    return violations;
  }

  /** Only where nothing is wrong. */
  ReservingQuota.Wish wish(ReservationId named) {
    return new ReservingQuota.Wish(
        named, demands(), ttlSeconds == null ? USUAL : Duration.ofSeconds(ttlSeconds));
  }

  private List<Demand> demands() {
    if (items != null) {
      return items.all().stream().map(item -> new Demand(item.known(), item.amount())).toList();
    }
    return meter == null || amount == null
        ? List.of()
        : List.of(new Demand(new Meter(meter), amount));
  }
}
