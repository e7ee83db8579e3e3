package dev.tollgate.billing;

import dev.tollgate.core.billing.UnknownPlan;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.logging.Log;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A contract that somebody made by hand at the provider is no bug of ours and nothing that its
 * tenant can put right: they are told so, and the log says whose it is.
 */
@Singleton
final class ContractsByHand {
  private final Log log;

  ContractsByHand(Log log) {
    this.log = log;
  }

  /** The answer of what asks the provider, or that it could not be understood. */
  Response answer(Principal caller, Supplier<Response> asking) {
    try {
      return asking.get();
    } catch (UnknownPlan e) {
      log.error(
          "subscription_unknown_plan", Map.of("tenant", caller.member().account().id().value()), e);
      return Refusals.unknownPlan();
    }
  }
}
