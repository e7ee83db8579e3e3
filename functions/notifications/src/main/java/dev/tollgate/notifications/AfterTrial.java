package dev.tollgate.notifications;

import dev.tollgate.core.editions.TrialEnd;
import dev.tollgate.core.editions.TrialPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What follows a trial by the edition's policy, in sentences with dates that stay true. */
final class AfterTrial {
  private final TrialPolicy policy;
  private final PlanNames plans;

  AfterTrial(TrialPolicy policy, PlanNames plans) {
    this.policy = policy;
    this.plans = plans;
  }

  /** Whether money is taken when it ends. */
  boolean charges() {
    return policy.charges();
  }

  boolean suspendsOnFailure() {
    return policy instanceof TrialPolicy.Trial trial
        && trial.afterwards() instanceof TrialEnd.ChargeOnDay charge
        && charge.suspendOnFailure();
  }

  /**
   * Before the end.
   *
   * @param plan the trial's, by key
   */
  Shown then(String plan, Instant end) {
    if (!(policy instanceof TrialPolicy.Trial trial)) {
      return Shown.Said.of(Phrase.THEN_CHOOSE);
    }
    return switch (trial.afterwards()) {
      case TrialEnd.FreeTier(var free) ->
          Shown.Said.of(Phrase.THEN_FREE_TIER, "plan", plans.name(free));
      case TrialEnd.ReadOnlyLock(var grace) -> until(Phrase.THEN_LOCK, "locked", end, grace);
      case TrialEnd.ComputedWall(var window) -> until(Phrase.THEN_WALL, "hidden", end, window);
      case TrialEnd.ChargeOnDay charge ->
          new Shown.Said(
              charge.suspendOnFailure() ? Phrase.THEN_CHARGE_OR_SUSPEND : Phrase.THEN_CHARGE,
              Map.of(
                  "charged",
                  new Shown.Moment(
                      end.minus(trial.length()).plus(trial.dayCount().sinceStart(charge.day()))),
                  "amount",
                  plans.price(plan),
                  "plan",
                  plans.name(plan)));
    };
  }

  /** Once it is over. */
  Shown now(Instant end) {
    if (!(policy instanceof TrialPolicy.Trial trial)) {
      return Shown.Said.of(Phrase.NOW_CHOOSE);
    }
    return switch (trial.afterwards()) {
      case TrialEnd.FreeTier(var free) ->
          Shown.Said.of(Phrase.NOW_FREE_TIER, "plan", plans.name(free));
      case TrialEnd.ReadOnlyLock(var grace) -> until(Phrase.NOW_LOCK, "locked", end, grace);
      case TrialEnd.ComputedWall(var window) -> until(Phrase.NOW_WALL, "hidden", end, window);
      case TrialEnd.ChargeOnDay _ -> Shown.Said.of(Phrase.NOW_CHOOSE);
    };
  }

  private static Shown until(Phrase phrase, String name, Instant end, Duration later) {
    return Shown.Said.of(phrase, name, new Shown.Moment(end.plus(later)));
  }
}
