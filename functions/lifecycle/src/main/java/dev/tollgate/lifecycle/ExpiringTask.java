package dev.tollgate.lifecycle;

import dev.tollgate.core.quota.ExpiringReservations;
import dev.tollgate.lambda.events.ScheduledTask;

/** Gives back what nobody kept in time. A refusal does so too, so nobody waits for this. */
final class ExpiringTask implements ScheduledTask {
  /** One transaction for each comes to less than a minute, when the next run begins. */
  static final int MOST = 2_000;

  private final ExpiringReservations expiring;
  private final MetersLog log;

  ExpiringTask(ExpiringReservations expiring, MetersLog log) {
    this.expiring = expiring;
    this.log = log;
  }

  @Override
  public String name() {
    return "expire-reservations";
  }

  @Override
  public void run() {
    log.expired(expiring.run(MOST));
  }
}
