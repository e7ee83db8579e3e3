package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Accounts;
import dev.tollgate.core.apikeys.ApiKeys;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.billing.ProviderEvents;
import dev.tollgate.core.calls.CallBlocks;
import dev.tollgate.core.killswitch.HeldWork;
import dev.tollgate.core.killswitch.Standings;
import dev.tollgate.core.killswitch.Strikes;
import dev.tollgate.core.ledger.Ledger;
import dev.tollgate.core.overrides.OverrideChanges;
import dev.tollgate.core.payments.Payments;
import dev.tollgate.core.plans.CachedCatalogue;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.quota.Meters;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.core.usage.UsageLedger;
import dev.tollgate.lambda.runtime.FunctionContext;
import dev.tollgate.testkit.servers.LocalAws;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A function that asks for a port gets an adapter; none of them makes a call to be made. */
final class WiringTest {
  @Test
  void everyPortHasAnAdapter() {
    try (ApplicationContext context = FunctionContext.start(environment(), List.of())) {
      for (Class<?> port :
          List.of(
              Accounts.class,
              ApiKeys.class,
              BillingChanges.class,
              CallBlocks.class,
              Enrollments.class,
              HeldWork.class,
              Ledger.class,
              OverrideChanges.class,
              Payments.class,
              ProviderEvents.class,
              Standings.class,
              Strikes.class,
              UsageLedger.class,
              Meters.class)) {
        assertThat(context.getBean(port)).as(port.getSimpleName()).isInstanceOf(port);
      }
      assertThat(context.getBean(PlanCatalogue.class)).isInstanceOf(CachedCatalogue.class);
    }
  }

  private static Map<String, String> environment() {
    return Map.of(
        "STAGE",
        "local",
        "EDITION",
        "tollgate",
        "TABLE_NAME",
        "nowhere",
        "DYNAMODB_ENDPOINT",
        "http://127.0.0.1:9",
        "AWS_REGION",
        LocalAws.REGION,
        "AWS_ACCESS_KEY_ID",
        LocalAws.ACCESS_KEY_ID,
        "AWS_SECRET_ACCESS_KEY",
        LocalAws.SECRET_ACCESS_KEY);
  }
}
