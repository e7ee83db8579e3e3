package dev.tollgate.lifecycle;

import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.lifecycle.Doer;
import dev.tollgate.core.lifecycle.RunningDueActions;
import dev.tollgate.core.schedule.DueActions;
import dev.tollgate.lambda.events.ScheduledTask;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.logging.Measures;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/** Puts the function together. */
@Factory
final class LifecycleFactory {
  @Singleton
  LifecycleLog lifecycleLog(Log log, Measures measures) {
    return new LifecycleLog(log, measures);
  }

  @Singleton
  RunningDueActions running(
      Edition edition,
      DueActions actions,
      Members members,
      BillingChanges changes,
      List<Doer> doers,
      Time time) {
    return new RunningDueActions(edition, actions, members, changes, doers, time);
  }

  @Singleton
  ScheduledTask due(RunningDueActions running, LifecycleLog log) {
    return new DueTask(running, log);
  }
}
