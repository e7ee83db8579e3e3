package dev.tollgate.quota;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.quota.ExpiringReservations;
import dev.tollgate.core.quota.Gauges;
import dev.tollgate.core.quota.ReadingQuota;
import dev.tollgate.core.quota.RecountingGauges;
import dev.tollgate.core.quota.Reservations;
import dev.tollgate.core.quota.ReservingQuota;
import dev.tollgate.core.quota.SettlingReservation;
import dev.tollgate.lambda.events.ScheduledTask;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.logging.Measures;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Puts both functions together. */
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

  @Singleton
  QuotaLog quotaLog(Log log, Measures measures) {
    return new QuotaLog(log, measures);
  }

  @Singleton
  ScheduledTask expire(Reservations reservations, Time time, QuotaLog log) {
    return new ExpiringTask(new ExpiringReservations(reservations, time), log);
  }

  @Singleton
  ScheduledTask recount(Edition edition, Gauges gauges, Time time, QuotaLog log) {
    return new RecountingTask(new RecountingGauges(edition, gauges, time), time, log);
  }
}
