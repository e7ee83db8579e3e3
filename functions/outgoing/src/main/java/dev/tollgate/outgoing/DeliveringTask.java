package dev.tollgate.outgoing;

import dev.tollgate.core.outgoing.DeliveringDue;
import dev.tollgate.lambda.events.ScheduledTask;

/** Each minute: what is due is tried again. */
final class DeliveringTask implements ScheduledTask {
  private final DeliveringDue delivering;
  private final OutgoingLog log;

  DeliveringTask(DeliveringDue delivering, OutgoingLog log) {
    this.delivering = delivering;
    this.log = log;
  }

  @Override
  public String name() {
    return "deliver-webhooks";
  }

  @Override
  public void run() {
    log.ran(delivering.deliver());
  }
}
