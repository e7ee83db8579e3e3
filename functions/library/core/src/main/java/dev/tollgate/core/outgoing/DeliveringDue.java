package dev.tollgate.core.outgoing;

import dev.tollgate.core.kernel.Time;
import java.time.Duration;
import java.time.Instant;

/** Tries again what is due, and what a process that died left behind. */
public final class DeliveringDue {
  /** A minute's work with room to spare; the next tick takes what is left. */
  static final int MOST = 400;

  private static final Duration RUN = Duration.ofSeconds(45);

  private final Endpoints endpoints;
  private final WebhookDeliveries deliveries;
  private final RunningRound round;
  private final Time time;

  public DeliveringDue(
      Endpoints endpoints, WebhookDeliveries deliveries, RunningRound round, Time time) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.round = round;
    this.time = time;
  }

  public Round deliver() {
    Instant now = time.now();
    return round.run(deliveries.due(now, MOST), endpoints::find, now.plus(RUN));
  }
}
