package dev.tollgate.billing;

import dev.tollgate.core.billing.ProviderClocks;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.lambda.http.HttpDoor;
import dev.tollgate.lambda.http.Routes;
import dev.tollgate.lambda.runtime.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The function as Lambda would start it, over the tests' own ports. */
final class World implements AutoCloseable {
  static final String EDITION = "resolutionflow";
  static final String BILLING = "/api/v1/billing";

  final People people = new People();
  final Provider provider = new Provider();
  final Plans plans = new Plans();
  final Books books = new Books();
  private final ApplicationContext context =
      FunctionContext.start(
          Map.of(
              "STAGE", "local",
              "EDITION", EDITION,
              "API_URL", "https://api.tollgate.test",
              "FRONTEND_URL", "https://app.tollgate.test"),
          List.of(people, provider, ProviderClocks.NONE, plans, books, new Turnstile()));
  private final HttpDoor door = new HttpDoor(context);
  final Instant now = context.getBean(Time.class).now().truncatedTo(ChronoUnit.SECONDS);

  Caller anybody() {
    return new Caller(door, Map.of("content-type", "application/json"));
  }

  Caller owner() {
    return anybody().as(Role.OWNER);
  }

  Routes routes() {
    return context.getBean(Routes.class);
  }

  /** A tenant in its trial of pro. */
  void trialing(Duration left) {
    people.enrollment =
        Enrollment.begun(
            People.TENANT, new Grant.Trial("pro", now.minus(Duration.ofDays(4)), now.plus(left)));
  }

  /** A tenant that is the provider's customer and has no contract. */
  void customer() {
    people.enrollment = people.enrollment.with(people.enrollment.customer().known("cus_1"));
  }

  /** A tenant that pays for that many seats. */
  void paying(String plan, int seats) {
    under(contract(plan, ContractStatus.ACTIVE, seats, Optional.empty()));
  }

  void under(Contract contract) {
    customer();
    people.enrollment = people.enrollment.with(contract);
    provider.contracts = List.of(contract);
  }

  Contract contract(String plan, ContractStatus status, int seats, Optional<Instant> cancelsAt) {
    return new Contract(
        "sub_1",
        status,
        plan,
        BillingInterval.MONTHLY,
        "USD",
        seats,
        now.minus(Duration.ofDays(5)),
        now.minus(Duration.ofDays(5)),
        now.plus(Duration.ofDays(25)),
        Optional.empty(),
        cancelsAt,
        false,
        status == ContractStatus.CANCELED ? Optional.of(now) : Optional.empty());
  }

  @Override
  public void close() {
    door.close();
  }
}
