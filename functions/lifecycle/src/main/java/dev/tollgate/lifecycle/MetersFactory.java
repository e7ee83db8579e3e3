package dev.tollgate.lifecycle;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.quota.ExpiringReservations;
import dev.tollgate.core.quota.Gauges;
import dev.tollgate.core.quota.RecountingGauges;
import dev.tollgate.core.quota.Reservations;
import dev.tollgate.lambda.events.ScheduledTask;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.logging.Measures;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What keeps the meters true. */
@Factory
final class MetersFactory {
  @Singleton
  MetersLog metersLog(Log log, Measures measures) {
    return new MetersLog(log, measures);
  }

  @Singleton
  ScheduledTask expire(Reservations reservations, Time time, MetersLog log) {
    return new ExpiringTask(new ExpiringReservations(reservations, time), log);
  }

  @Singleton
  ScheduledTask recount(Edition edition, Gauges gauges, Time time, MetersLog log) {
    return new RecountingTask(new RecountingGauges(edition, gauges, time), time, log);
  }
}
