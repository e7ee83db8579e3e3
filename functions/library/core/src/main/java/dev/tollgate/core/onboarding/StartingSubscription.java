package dev.tollgate.core.onboarding;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Price;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * With what a new account begins: the edition's trial or its starting plan, or what a code says.
 */
final class StartingSubscription {
  private final Edition edition;

  StartingSubscription(Edition edition) {
    this.edition = edition;
  }

  Grant start(Optional<InviteCode> code, Instant now) {
    Optional<String> plan = code.flatMap(InviteCode::plan);
    Optional<Duration> length = code.flatMap(InviteCode::trial);
    return switch (edition.trial()) {
      case TrialPolicy.Trial trial ->
          new Grant.Trial(plan.orElse(trial.plan()), now, now.plus(length.orElse(trial.length())));
      case TrialPolicy.None _ -> untried(plan.orElse(edition.signUp().startingPlan()), length, now);
    };
  }

  private Grant untried(String plan, Optional<Duration> length, Instant now) {
    if (length.isPresent()) {
      return new Grant.Trial(plan, now, now.plus(length.get()));
    }
    return edition.plan(plan).price() instanceof Price.Free
        ? new Grant.Given(plan, now)
        : new Grant.Unpaid(plan, now);
  }
}
