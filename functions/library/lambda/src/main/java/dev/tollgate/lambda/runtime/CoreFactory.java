package dev.tollgate.lambda.runtime;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.AccessTokens;
import dev.tollgate.core.identity.OpeningSessions;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.quota.Meters;
import dev.tollgate.core.quota.ReadingQuota;
import dev.tollgate.editions.EditionFiles;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** What most functions ask the core for. */
@Factory
final class CoreFactory {
  /** The deployment's one edition: a shipped name, or a file on the local stack. */
  @Singleton
  Edition edition(Environment environment) {
    return EditionFiles.load(environment.required("EDITION"));
  }

  /** The operating system's source, which a restored snapshot reads afresh. */
  @Singleton
  RandomGenerator random() {
    return new SecureRandom();
  }

  @Singleton
  Ids ids(RandomGenerator random) {
    return new Ids(random);
  }

  @Singleton
  ReadingQuota readingQuota(Edition edition, PlanCatalogue catalogue, Meters meters, Time time) {
    return new ReadingQuota(edition, catalogue, meters, time);
  }

  @Singleton
  OpeningSessions openingSessions(
      Edition edition, AccessTokens tokens, Ids ids, RandomGenerator random) {
    return new OpeningSessions(edition.sessions(), tokens, ids, random);
  }
}
