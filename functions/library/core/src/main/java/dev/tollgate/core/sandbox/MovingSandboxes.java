package dev.tollgate.core.sandbox;

import dev.tollgate.core.billing.FollowingTime;
import dev.tollgate.core.billing.RefreshingEnrollment;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.lifecycle.RunningDueActions;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The journey of a clock that was turned, one stop a call: what is due where the tenant is comes
 * first, then its time moves to the next stop, its clock at the provider follows, and what is due
 * there is done. A call that dies anywhere is made up for by the next, which begins by repeating
 * what may be missing. Between two stops there is a minute for the provider's news to come in.
 */
public final class MovingSandboxes {
  /** The provider keeps a renewal open for an hour before it asks for the money. */
  private static final Duration DRAFT = Duration.ofHours(1);

  private final Sandboxes sandboxes;
  private final OwnTimes times;
  private final FollowingTime following;
  private final RefreshingEnrollment refreshing;
  private final RunningDueActions running;
  private final Enrollments enrollments;
  private final Time time;

  public MovingSandboxes(
      Sandboxes sandboxes,
      OwnTimes times,
      FollowingTime following,
      RefreshingEnrollment refreshing,
      RunningDueActions running,
      Enrollments enrollments,
      Time time) {
    this.sandboxes = sandboxes;
    this.times = times;
    this.following = following;
    this.refreshing = refreshing;
    this.running = running;
    this.enrollments = enrollments;
    this.time = time;
  }

  /** Moves every clock that is under way by one stop. One that is stuck stops no other. */
  public Report run(RunningDueActions.Watcher watcher) {
    List<TenantId> moved = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    for (SandboxClock clock : sandboxes.all()) {
      if (clock.target().isPresent()) {
        try {
          step(clock.tenant(), watcher);
          moved.add(clock.tenant());
        } catch (RuntimeException e) {
          failures.add(new Failure(clock.tenant(), e));
        }
      }
    }
    return new Report(moved, failures);
  }

  private void step(TenantId tenant, RunningDueActions.Watcher watcher) {
    times.forget();
    catchUp(tenant, watcher); // what an earlier call may have left
    Optional<SandboxClock> clock = sandboxes.find(tenant);
    if (clock.isPresent() && clock.get().target().isPresent()) {
      step(clock.get(), clock.get().target().get(), watcher);
    }
  }

  /**
   * @param clock read just now, and the time after it: where that is farther the clock has moved
   *     meanwhile, and moves no more by what was seen
   */
  private void step(SandboxClock clock, Instant target, RunningDueActions.Watcher watcher) {
    TenantId tenant = clock.tenant();
    times.forget();
    Instant now = time.now(tenant);
    if (!now.isBefore(target)) {
      boolean _ = sandboxes.move(clock, clock.arrived()); // else it was aimed elsewhere meanwhile
      return;
    }
    Duration farther = Duration.between(now, nextStop(tenant, now, target));
    if (sandboxes.move(clock, clock.movedBy(farther))) {
      times.forget();
      catchUp(tenant, watcher);
    }
  }

  /** Everything that the tenant's present time calls for, the provider first. */
  private void catchUp(TenantId tenant, RunningDueActions.Watcher watcher) {
    if (following.follow(tenant, time.now(tenant))) {
      enrollments
          .find(tenant)
          .flatMap(enrollment -> enrollment.customer().id())
          .ifPresent(
              customer -> {
                Optional<RefreshingEnrollment.Refreshed> _ = refreshing.refresh(tenant, customer);
              });
    }
    int _ = running.run(tenant, watcher);
  }

  private Instant nextStop(TenantId tenant, Instant now, Instant target) {
    return Stream.of(
            sandboxes.nextDue(tenant, now).stream(),
            enrollments.find(tenant).stream().flatMap(MovingSandboxes::ofContract),
            Stream.of(target))
        .flatMap(stops -> stops)
        .filter(stop -> stop.isAfter(now))
        .filter(stop -> !stop.isAfter(target))
        .min(Instant::compareTo)
        .orElse(target);
  }

  /** When something happens at the provider by itself. */
  private static Stream<Instant> ofContract(Enrollment enrollment) {
    return enrollment.contract().filter(Contract::isRunning).stream()
        .flatMap(
            contract ->
                Stream.concat(
                    Stream.of(
                        contract.periodEnd(),
                        contract.periodEnd().plus(DRAFT),
                        contract.periodStart().plus(DRAFT)), // it is renewed by then
                    contract.cancelsAt().stream()));
  }

  /**
   * @param moved those that were under way
   * @param failures those that were not moved; the next call tries again
   */
  public record Report(List<TenantId> moved, List<Failure> failures) {
    public Report {
      moved = List.copyOf(moved);
      failures = List.copyOf(failures);
    }
  }

  public record Failure(TenantId tenant, RuntimeException cause) {}
}
