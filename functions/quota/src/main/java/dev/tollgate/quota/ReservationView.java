package dev.tollgate.quota;

import dev.tollgate.core.quota.Hold;
import dev.tollgate.core.quota.Reservation;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/**
 * Quota that was set aside.
 *
 * @param state reserved, committed, released or expired
 * @param expiresAt when it is given back by itself, unless it was committed before
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record ReservationView(
    String id, String state, List<Item> items, String createdAt, String expiresAt) {

  static ReservationView of(Reservation reservation) {
    return new ReservationView(
        reservation.id().value(),
        reservation.state().wireName(),
        reservation.holds().stream().map(Item::of).toList(),
        reservation.createdAt().toString(),
        reservation.expiresAt().toString());
  }

  /**
   * One meter of it.
   *
   * @param amount that is set aside, or that was kept
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record Item(String meter, long amount) {
    static Item of(Hold hold) {
      return new Item(hold.slot().meter().key(), hold.amount());
    }
  }
}
