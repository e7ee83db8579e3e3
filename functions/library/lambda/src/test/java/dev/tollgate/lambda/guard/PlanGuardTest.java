package dev.tollgate.lambda.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.entitlements.Granted;
import dev.tollgate.core.entitlements.Overrides;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Features, and history after the end. */
final class PlanGuardTest {
  private static final Duration WINDOW = Duration.ofDays(30);

  private final World world = new World("tollgate");

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aFeatureThatThePlanLacksIs402AndTellsTheWayOut() {
    World.Answer answer = world.get("/branded");
    assertThat(answer.outcome()).isEqualTo("402 feature_not_in_plan");
    assertThat(answer.field("feature")).isEqualTo("custom_branding");
    assertThat(answer.field("current_plan")).isEqualTo("free");
    assertThat(answer.field("upgrade_url")).isEqualTo("https://app.tollgate.test/billing");

    world.tenants.has(new Grant.Given("pro", Tenants.LONG_AGO));
    assertThat(world.get("/branded").status()).isEqualTo(204);
  }

  @Test
  void anOverrideCountsBeforeThePlanUntilItEnds() {
    world.tenants.overrides =
        new Overrides(
            Tenants.TENANT,
            Map.of(),
            Map.of(
                "custom_branding",
                new Granted<>(
                    true, "A friend", Tenants.LONG_AGO, Optional.of(World.START.plusSeconds(1)))),
            1);
    assertThat(world.get("/branded").status()).isEqualTo(204);
    world.clock.now = World.START.plusSeconds(1);
    assertThat(world.get("/branded").outcome()).isEqualTo("402 feature_not_in_plan");
  }

  @Test
  void nobodyHasWhatTheEditionDoesNotDeclare() {
    world.tenants.has(new Grant.Given("enterprise", Tenants.LONG_AGO));
    world.tenants.overrides =
        new Overrides(
            Tenants.TENANT,
            Map.of(),
            Map.of("teleporting", new Granted<>(true, "Oops", Tenants.LONG_AGO, Optional.empty())),
            1);
    assertThat(world.get("/undeclared").outcome()).isEqualTo("402 feature_not_in_plan");
  }

  @Test
  void whatHasEndedIsAskedBeforeFeatures() {
    world.tenants.has(new Grant.Unpaid("free", Tenants.LONG_AGO));
    assertThat(world.get("/branded").outcome()).isEqualTo("402 subscription_inactive");
  }

  @Test
  void aPlanThatTheCatalogueLacksIsNotKnownToAllowAnything() {
    world.tenants.has(new Grant.Given("lost", Tenants.LONG_AGO));
    assertThat(world.get("/branded").outcome()).isEqualTo("503 temporarily_unavailable");
    assertThat(world.get("/work").outcome()).isEqualTo("503 temporarily_unavailable");
  }

  @Test
  void historyOfACanceledTenantStaysReadableForTheWindowAndNothingElseDoes() {
    under(ContractStatus.CANCELED, World.START.plusSeconds(9), Optional.of(World.START));
    historyIsOpenUntil(World.START.plus(WINDOW));
  }

  @Test
  void historyOfAnUnpaidTenantStaysReadableFromTheEndOfItsPeriod() {
    under(ContractStatus.UNPAID, World.START, Optional.empty());
    historyIsOpenUntil(World.START.plus(WINDOW));
  }

  @Test
  void anOwedRenewalIsReadOnlyFromTheEndOfItsGrace() {
    Instant graceEnd = World.START.plusSeconds(1);
    owing(graceEnd.minus(Duration.ofDays(7)));
    assertThat(world.get("/work").status()).isEqualTo(200);
    world.clock.now = graceEnd;
    assertThat(world.get("/work").field("status")).isEqualTo("past_due");
    historyIsOpenUntil(graceEnd.plus(WINDOW));
  }

  @Test
  void historyOfAPlanThatWasNeverPaidForStaysReadableFromItsFirstDay() {
    world.tenants.has(new Grant.Unpaid("pro", World.START));
    historyIsOpenUntil(World.START.plus(WINDOW));
  }

  private void historyIsOpenUntil(Instant end) {
    assertThat(world.get("/history").status()).isEqualTo(204);
    assertThat(world.get("/work").outcome()).isEqualTo("402 subscription_inactive");
    world.clock.now = end.minusMillis(1);
    assertThat(world.get("/history").status()).isEqualTo(204);
    world.clock.now = end;
    assertThat(world.get("/history").outcome()).isEqualTo("402 subscription_inactive");
  }

  private void under(ContractStatus status, Instant periodEnd, Optional<Instant> endedAt) {
    under(status, Tenants.LONG_AGO, periodEnd, endedAt);
  }

  private void owing(Instant since) {
    under(ContractStatus.PAST_DUE, since, since.plus(Duration.ofDays(30)), Optional.empty());
  }

  private void under(
      ContractStatus status, Instant periodStart, Instant periodEnd, Optional<Instant> endedAt) {
    world.tenants.enrollment =
        world.tenants.enrollment.with(
            new Contract(
                "sub_1",
                status,
                "pro",
                BillingInterval.MONTHLY,
                "USD",
                1,
                Tenants.LONG_AGO,
                periodStart,
                periodEnd,
                Optional.empty(),
                Optional.empty(),
                false,
                endedAt));
  }
}
