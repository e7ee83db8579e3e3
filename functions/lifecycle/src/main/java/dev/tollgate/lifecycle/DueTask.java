package dev.tollgate.lifecycle;

import dev.tollgate.core.lifecycle.RunningDueActions;
import dev.tollgate.lambda.events.ScheduledTask;

/** Each minute: what is due is done. */
final class DueTask implements ScheduledTask {
  /** More than a minute can do; the rest is the next run's. */
  static final int MOST = 1_000;

  private final RunningDueActions running;
  private final LifecycleLog log;

  DueTask(RunningDueActions running, LifecycleLog log) {
    this.running = running;
    this.log = log;
  }

  @Override
  public String name() {
    return "run-due";
  }

  @Override
  public void run() {
    LifecycleLog.Run run = log.begin();
    int looked = running.run(MOST, run);
    run.end(looked);
  }
}
