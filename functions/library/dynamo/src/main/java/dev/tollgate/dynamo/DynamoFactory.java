package dev.tollgate.dynamo;

import dev.tollgate.aws.AwsClients;
import dev.tollgate.core.accounts.Accounts;
import dev.tollgate.core.apikeys.ApiKeys;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.billing.ProviderEvents;
import dev.tollgate.core.calls.CallBlocks;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.erasure.Erasures;
import dev.tollgate.core.idempotency.StoredAnswers;
import dev.tollgate.core.identity.Directory;
import dev.tollgate.core.identity.Logins;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.OneTimeTokens;
import dev.tollgate.core.identity.Passwords;
import dev.tollgate.core.identity.PlatformOwners;
import dev.tollgate.core.identity.Profiles;
import dev.tollgate.core.identity.Sessions;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.killswitch.HeldWork;
import dev.tollgate.core.killswitch.Standings;
import dev.tollgate.core.killswitch.Strikes;
import dev.tollgate.core.leads.SalesLeads;
import dev.tollgate.core.ledger.Ledger;
import dev.tollgate.core.limits.Attempts;
import dev.tollgate.core.messages.Deliveries;
import dev.tollgate.core.messages.Outbox;
import dev.tollgate.core.messages.Suppressions;
import dev.tollgate.core.onboarding.Invites;
import dev.tollgate.core.onboarding.Registrations;
import dev.tollgate.core.onboarding.Verifications;
import dev.tollgate.core.outgoing.Endpoints;
import dev.tollgate.core.outgoing.WebhookDeliveries;
import dev.tollgate.core.overrides.OverrideChanges;
import dev.tollgate.core.payments.Payments;
import dev.tollgate.core.plans.CachedCatalogue;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.quota.Choices;
import dev.tollgate.core.quota.Gauges;
import dev.tollgate.core.quota.Meters;
import dev.tollgate.core.quota.Reservations;
import dev.tollgate.core.sandbox.Sandboxes;
import dev.tollgate.core.schedule.DueActions;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.core.usage.UsageLedger;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.runtime.Environment;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Hands the adapters to the functions; each is made when it is first asked for. */
@Factory
final class DynamoFactory {
  @Singleton
  @Bean(preDestroy = "close")
  DynamoDbClient client(AwsClients clients) {
    return clients.configure(DynamoDbClient.builder(), Optional.of("DYNAMODB_ENDPOINT")).build();
  }

  @Singleton
  Table table(DynamoDbClient client, Environment environment) {
    return new Table(client, environment.required("TABLE_NAME"), Pause::sleep);
  }

  @Singleton
  Members members(Table table) {
    return new MembersDynamo(table);
  }

  @Singleton
  Directory directory(Table table) {
    return new DirectoryDynamo(table);
  }

  @Singleton
  Attempts attempts(Table table) {
    return new AttemptsDynamo(table);
  }

  @Singleton
  CallBlocks callBlocks(Table table) {
    return new CallBlocksDynamo(table);
  }

  @Singleton
  Logins logins(Table table) {
    return new LoginsDynamo(table);
  }

  @Singleton
  Sessions sessions(Table table) {
    return new SessionsDynamo(table);
  }

  @Singleton
  OneTimeTokens oneTimeTokens(Table table) {
    return new OneTimeTokensDynamo(table);
  }

  @Singleton
  Passwords passwords(Table table, Edition edition) {
    return new PasswordsDynamo(table, Fences.of(edition));
  }

  @Singleton
  Profiles profiles(Table table) {
    return new ProfilesDynamo(table);
  }

  @Singleton
  PlatformOwners platformOwners(Table table) {
    return new PlatformOwnersDynamo(table);
  }

  @Singleton
  SalesLeads salesLeads(Table table) {
    return new SalesLeadsDynamo(table);
  }

  @Singleton
  Suppressions suppressions(Table table) {
    return new SuppressionsDynamo(table);
  }

  @Singleton
  Accounts accounts(Table table) {
    return new AccountsDynamo(table);
  }

  @Singleton
  ApiKeys apiKeys(Table table) {
    return new ApiKeysDynamo(table);
  }

  @Singleton
  Invites invites(Table table) {
    return new InvitesDynamo(table);
  }

  @Singleton
  Registrations registrations(Table table) {
    return new RegistrationsDynamo(table);
  }

  @Singleton
  Verifications verifications(Table table, Edition edition) {
    return new VerificationsDynamo(table, Fences.of(edition));
  }

  @Singleton
  Outbox outbox(Table table, Log log) {
    return new OutboxDynamo(table, log);
  }

  @Singleton
  Deliveries deliveries(Table table) {
    return new DeliveriesDynamo(table);
  }

  @Singleton
  StoredAnswers storedAnswers(Table table) {
    return new StoredAnswersDynamo(table);
  }

  @Singleton
  Enrollments enrollments(Table table) {
    return new EnrollmentsDynamo(table);
  }

  @Singleton
  BillingChanges billingChanges(Table table, Edition edition) {
    return new BillingChangesDynamo(table, Fences.of(edition));
  }

  @Singleton
  DueActions dueActions(Table table, RandomGenerator random) {
    return new DueActionsDynamo(table, random);
  }

  @Singleton
  Erasures erasures(Table table) {
    return new ErasuresDynamo(table);
  }

  @Singleton
  ProviderEvents providerEvents(Table table) {
    return new ProviderEventsDynamo(table);
  }

  @Singleton
  Ledger ledger(Table table) {
    return new LedgerDynamo(table);
  }

  @Singleton
  PlanCatalogue planCatalogue(Table table, Edition edition, Time time) {
    return new CachedCatalogue(new PlanCatalogueDynamo(table, edition), time);
  }

  @Singleton
  Meters meters(Table table) {
    return new MetersDynamo(table);
  }

  @Singleton
  Reservations reservations(Table table) {
    return new ReservationsDynamo(table);
  }

  @Singleton
  Gauges gauges(Table table) {
    return new GaugesDynamo(table);
  }

  @Singleton
  Choices choices(Table table) {
    return new ChoicesDynamo(table);
  }

  @Singleton
  UsageLedger usageLedger(Table table) {
    return new UsageLedgerDynamo(table);
  }

  @Singleton
  Payments payments(Table table) {
    return new PaymentsDynamo(table);
  }

  @Singleton
  Standings standings(Table table) {
    return new StandingsDynamo(table);
  }

  @Singleton
  Strikes strikes(Table table) {
    return new StrikesDynamo(table);
  }

  @Singleton
  HeldWork heldWork(Table table, Log log) {
    return new HeldWorkDynamo(table, log);
  }

  @Singleton
  OverrideChanges overrideChanges(Table table, Edition edition) {
    return new OverrideChangesDynamo(table, Fences.of(edition));
  }

  @Singleton
  Endpoints endpoints(Table table) {
    return new EndpointsDynamo(table);
  }

  @Singleton
  WebhookDeliveries webhookDeliveries(Table table) {
    return new WebhookDeliveriesDynamo(table);
  }

  @Singleton
  Sandboxes sandboxes(Table table) {
    return new SandboxesDynamo(table);
  }
}
