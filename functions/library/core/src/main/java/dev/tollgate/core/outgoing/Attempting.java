package dev.tollgate.core.outgoing;

import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.outgoing.WebhookSender.Outcome;
import dev.tollgate.core.outgoing.WebhookSender.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One try of one delivery: claim it, send it, write what became of it. */
public final class Attempting {
  /**
   * Longer than a try and the writes around it can take, so that nobody else sends at the same
   * moment; a process that died leaves its delivery to the next run after that.
   */
  static final Duration LEASE = Duration.ofSeconds(90);

  private final WebhookDeliveries deliveries;
  private final DisablingEndpoint disabling;
  private final WebhookSender sender;
  private final RetrySchedule schedule;
  private final Time time;

  public Attempting(
      WebhookDeliveries deliveries,
      DisablingEndpoint disabling,
      WebhookSender sender,
      RetrySchedule schedule,
      Time time) {
    this.deliveries = deliveries;
    this.disabling = disabling;
    this.sender = sender;
    this.schedule = schedule;
    this.time = time;
  }

  /**
   * @param endpoint as it is now; empty where it was deleted
   * @return what it came to; empty where somebody else was faster
   */
  Optional<Delivery> attempt(Delivery.Pending pending, Optional<Endpoint> endpoint) {
    Instant now = time.now();
    Optional<Endpoint> enabled = endpoint.filter(Endpoint::isEnabled);
    if (enabled.isEmpty()) {
      return saved(pending.cancelled(now));
    }
    Delivery.Pending claimed = pending.claimed(now.plus(LEASE));
    if (!deliveries.replace(claimed)) {
      return Optional.empty();
    }
    Endpoint to = enabled.get();
    Outcome outcome = sender.send(Request.of(claimed.letter(), to.url(), to.secrets(), now));
    Instant answered = time.now();
    if (outcome instanceof Outcome.Gone) {
      disabling.gone(to, answered);
    }
    return saved(claimed.after(outcome, answered, schedule));
  }

  /** False where somebody else was faster. */
  boolean postpone(Delivery.Pending pending) {
    return deliveries.replace(pending.postponed(schedule.postponed(time.now())));
  }

  private Optional<Delivery> saved(Delivery changed) {
    return deliveries.replace(changed) ? Optional.of(changed) : Optional.empty();
  }
}
