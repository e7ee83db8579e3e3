package dev.tollgate.lifecycle;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.lifecycle.Doer;
import dev.tollgate.core.lifecycle.EndingTrial;
import dev.tollgate.core.lifecycle.RemindingOfTrial;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What is due because of trials. */
@Factory
final class TrialFactory {
  @Singleton
  Doer reminding(Ids ids) {
    return new RemindingOfTrial(ids);
  }

  @Singleton
  Doer ending(Edition edition, Ids ids) {
    return new EndingTrial(edition, ids);
  }
}
