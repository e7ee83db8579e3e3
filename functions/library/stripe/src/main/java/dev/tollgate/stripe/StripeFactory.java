package dev.tollgate.stripe;

import dev.tollgate.aws.AwsClients;
import dev.tollgate.core.billing.Charges;
import dev.tollgate.core.billing.Checkouts;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.billing.EventFeed;
import dev.tollgate.core.billing.EventVerifier;
import dev.tollgate.core.billing.Happenings;
import dev.tollgate.core.billing.Portal;
import dev.tollgate.core.billing.ProviderCatalogue;
import dev.tollgate.core.billing.ProviderClocks;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.Statements;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.erasure.ErasingCustomers;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.payments.CardPayments;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.usage.MeterReports;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.runtime.Environment;
import dev.tollgate.lambda.runtime.PrimedAtSnapshot;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Hands Stripe to a function; each port is made when it is first asked for. */
@Factory
final class StripeFactory {
  /** Without a name for the secret the deployment has no account, and everything else works. */
  @Singleton
  SecretSource secretSource(AwsClients clients, Environment environment) {
    return environment
        .optional("STRIPE_SECRET")
        .<SecretSource>map(name -> new StoredSecret(secretsManager(clients), name))
        .orElse(Optional::empty);
  }

  /** No bean: the function may have one of its own. Its connections are the function's. */
  private static SecretsManagerClient secretsManager(AwsClients clients) {
    return clients
        .configure(SecretsManagerClient.builder(), Optional.of("SECRETS_ENDPOINT"))
        .build();
  }

  @Singleton
  StripeKeys keys(SecretSource source, Time time, Log log) {
    return new StripeKeys(source, time, log);
  }

  @Singleton
  StripeApi api(StripeKeys keys, Environment environment) {
    return StripeApi.open(keys, environment.optional("STRIPE_ENDPOINT"));
  }

  @Singleton
  PlanNames planNames(StripeApi api, PlanCatalogue catalogue) {
    return new PlanNames(api, catalogue);
  }

  @Singleton
  Meters meters(StripeApi api) {
    return new Meters(api);
  }

  @Singleton
  ProviderCustomers customers(StripeApi api, PlanNames plans) {
    return new StripeCustomers(api, new ContractReader(plans));
  }

  @Singleton
  ErasingCustomers erasing(StripeApi api, PlanNames plans) {
    return new StripeCustomers(api, new ContractReader(plans));
  }

  @Singleton
  ProviderClocks clocks(StripeApi api) {
    return new StripeClocks(api, Pause::sleep);
  }

  @Singleton
  Checkouts checkouts(StripeApi api) {
    return new StripeCheckouts(api);
  }

  @Singleton
  Portal portal(StripeApi api) {
    return new StripePortal(api);
  }

  @Singleton
  Contracts contracts(StripeApi api, PlanNames plans) {
    return new StripeContracts(api, plans);
  }

  @Singleton
  Charges charges(StripeApi api) {
    return new StripeCharges(api);
  }

  @Singleton
  Statements statements(StripeApi api) {
    return new StripeStatements(api);
  }

  @Singleton
  Happenings happenings(StripeApi api) {
    return new StripeHappenings(api);
  }

  @Singleton
  EventVerifier verifier(StripeKeys keys) {
    return new SignedEvents(keys);
  }

  @Singleton
  EventFeed feed(StripeApi api) {
    return new StripeEventFeed(api);
  }

  @Singleton
  ProviderCatalogue catalogue(StripeApi api, Meters meters) {
    return new StripeCatalogue(api, meters);
  }

  @Singleton
  MeterReports meterReports(StripeApi api, Meters meters, Edition edition) {
    return new StripeMeterReports(api, meters, edition.key());
  }

  @Singleton
  CardPayments cardPayments(StripeApi api) {
    return new StripeCardPayments(api);
  }

  @Singleton
  PrimedAtSnapshot primed() {
    return new ModelsPrimed();
  }
}
