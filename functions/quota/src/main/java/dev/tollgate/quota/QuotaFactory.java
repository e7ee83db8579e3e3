package dev.tollgate.quota;

import dev.tollgate.core.identity.Members;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.quota.ReadingQuota;
import dev.tollgate.core.quota.Reservations;
import dev.tollgate.core.quota.ReservingQuota;
import dev.tollgate.core.quota.SettlingReservation;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Puts the function together. */
@Factory
final class QuotaFactory {
  @Singleton
  ReservingQuota reserving(
      ReadingQuota reading, Reservations reservations, Members members, Ids ids) {
    return new ReservingQuota(reading, reservations, members, ids);
  }

  @Singleton
  SettlingReservation settling(Reservations reservations, Time time, Ids ids) {
    return new SettlingReservation(reservations, time, ids);
  }
}
