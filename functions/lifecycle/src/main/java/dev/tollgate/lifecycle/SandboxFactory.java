package dev.tollgate.lifecycle;

import dev.tollgate.core.billing.FollowingTime;
import dev.tollgate.core.billing.ProviderClocks;
import dev.tollgate.core.billing.RefreshingEnrollment;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.lifecycle.RunningDueActions;
import dev.tollgate.core.sandbox.MovingSandboxes;
import dev.tollgate.core.sandbox.OwnTimes;
import dev.tollgate.core.sandbox.SandboxPolicy;
import dev.tollgate.core.sandbox.Sandboxes;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.lambda.events.ScheduledTask;
import dev.tollgate.lambda.logging.Log;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The clocks of sandboxes. */
@Factory
final class SandboxFactory {
  @Singleton
  MovingSandboxes movingSandboxes(
      Sandboxes sandboxes,
      OwnTimes times,
      FollowingTime following,
      RefreshingEnrollment refreshing,
      RunningDueActions running,
      Enrollments enrollments,
      Time time) {
    return new MovingSandboxes(sandboxes, times, following, refreshing, running, enrollments, time);
  }

  @Singleton
  ScheduledTask clocks(
      SandboxPolicy policy,
      MovingSandboxes moving,
      FollowingTime following,
      ProviderClocks clocks,
      Time time,
      LifecycleLog lifecycle,
      Log log) {
    return new ClocksTask(policy, moving, following, clocks, time, lifecycle, log);
  }
}
