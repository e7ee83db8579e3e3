package dev.tollgate.lambda.guard;

import dev.tollgate.core.calls.CallBlocks;
import dev.tollgate.core.calls.CallCounters;
import dev.tollgate.core.calls.CallStock;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.lambda.runtime.Environment;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Makes what counts calls; a function whose calls count does not start without shared counters. */
@Factory
final class CallsFactory {
  @Singleton
  Calls calls(
      Edition edition,
      CallBlocks blocks,
      Rights rights,
      Time time,
      Ids ids,
      Environment environment) {
    return new CallLimits(
        new CallCounters(edition.rateLimits()),
        new CallStock(blocks),
        rights,
        time,
        ids,
        UpgradeUrl.of(environment));
  }
}
