package dev.tollgate.core.trials;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Price;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * With what a new account begins: the edition's trial or its starting plan, or what the platform
 * promised.
 */
public final class StartingSubscription {
  private final Edition edition;

  public StartingSubscription(Edition edition) {
    this.edition = edition;
  }

  /**
   * @param plan that was promised instead of the edition's
   * @param length of the trial that was promised to this person, whatever they had before
   */
  public Grant start(Optional<String> plan, Optional<Duration> length, Instant now) {
    if (edition.trial() instanceof TrialPolicy.Trial trial) {
      return new Grant.Trial(
          plan.orElse(trial.plan()),
          now,
          now.plus(length.orElse(trial.length())),
          length.isPresent());
    }
    return length.isPresent()
        ? new Grant.Trial(
            plan.orElse(edition.signUp().startingPlan()), now, now.plus(length.get()), true)
        : begun(plan.orElse(edition.signUp().startingPlan()), now);
  }

  /** Of whoever had a trial before. */
  public Grant startWithoutTrial(Instant now) {
    return begun(edition.signUp().startingPlan(), now);
  }

  private Grant begun(String plan, Instant now) {
    return edition.plan(plan).price() instanceof Price.Free
        ? new Grant.Given(plan, now)
        : new Grant.Unpaid(plan, now);
  }
}
