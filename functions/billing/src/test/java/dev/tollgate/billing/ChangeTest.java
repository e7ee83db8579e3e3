package dev.tollgate.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.billing.Caller.Answer;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.subscriptions.ContractStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another plan and other seats, what they cost, and the end. */
class ChangeTest {
  private static final String SUBSCRIPTION = World.BILLING + "/subscription";
  private static final String CHANGE = SUBSCRIPTION + "/change";
  private static final String PREVIEW = SUBSCRIPTION + "/preview";
  private static final String CANCEL = SUBSCRIPTION + "/cancel";
  private static final String RESUME = SUBSCRIPTION + "/resume";
  private static final String FIVE_SEATS = "{\"plan\":\"pro\",\"seats\":5}";

  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aChangeAnswersWhatTheProviderThenSays() {
    world.paying("starter", 1);
    world.provider.contracts =
        List.of(world.contract("pro", ContractStatus.ACTIVE, 5, Optional.empty()));
    Answer answer = world.owner().post(CHANGE, FIVE_SEATS);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("plan")).isEqualTo("pro");
    assertThat(answer.field("seats")).isEqualTo(5L);
    assertThat(world.provider.changes.getFirst().price()).isEqualTo("price_pro");
  }

  @Test
  void aPreviewTellsTheMoneyAndTheMomentItIsReckonedFor() {
    world.paying("pro", 1);
    Answer answer = world.owner().post(PREVIEW, FIVE_SEATS);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("due_now_cents")).isEqualTo(1_234L);
    assertThat(answer.field("credit_cents")).isEqualTo(0L);
    assertThat(answer.field("next_invoice_cents")).isEqualTo(5_998L);
    assertThat(answer.field("next_invoice_at")).isEqualTo(Provider.NEXT.toString());
    assertThat(answer.field("currency")).isEqualTo("USD");
    assertThat(answer.field("lines"))
        .isEqualTo(
            List.of(
                Map.of("description", "Unused time", "amount_cents", -766L, "proration", true),
                Map.of("description", "2 x Pro", "amount_cents", 2_000L, "proration", true)));
    Contracts.Change reckoned = world.provider.changes.getFirst();
    assertThat(answer.field("at")).isEqualTo(reckoned.at().toString());
    assertThat(world.people.written).isEmpty();
  }

  @Test
  void aChangeIsReckonedAtTheMomentOfItsPreview() {
    world.paying("pro", 1);
    Instant shown = world.now.minus(Duration.ofMinutes(5));
    assertThat(change("{\"seats\":5,\"at\":\"" + shown + "\"}").status()).isEqualTo(200);
    assertThat(world.provider.changes.getFirst().at()).isEqualTo(shown);
  }

  @Test
  void nobodyChoosesTheMomentThatSuitsThem() {
    world.paying("pro", 1);
    for (Duration off : List.of(Duration.ofDays(-9), Duration.ofHours(-2), Duration.ofDays(19))) {
      Answer answer = change("{\"seats\":5,\"at\":\"" + world.now.plus(off) + "\"}");
      assertThat(answer.outcome()).isEqualTo("422 validation_failed");
      assertThat(answer.text()).contains("\"field\":\"at\"");
    }
    assertThat(world.provider.changes).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|plan",
        "{\"plan\":\"nonsense\"}|plan",
        "{\"plan\":\"free\"}|plan",
        "{\"plan\":[]}|plan",
        "{\"seats\":0}|seats",
        "{\"seats\":-3}|seats",
        "{\"seats\":1e999}|seats",
        "{\"seats\":11}|seats",
        "{\"seats\":true}|seats"
      })
  void aWishThatIsNotRightNamesItsField(String body, String field) {
    world.paying("pro", 1);
    for (String path : List.of(CHANGE, PREVIEW)) {
      Answer answer = world.owner().post(path, body);
      assertThat(answer.outcome()).isEqualTo("422 validation_failed");
      assertThat(answer.text()).contains("\"field\":\"" + field + "\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"yesterday\"", "1700000000", "[\"2026-01-01T00:00:00Z\"]"})
  void aMomentIsATimeInUtc(String at) {
    world.paying("pro", 1);
    assertThat(change("{\"seats\":2,\"at\":" + at + "}").outcome())
        .isEqualTo("422 validation_failed");
  }

  @Test
  void aPlanThatWhatIsThereDoesNotFitIsRefusedWithAllThatIsOver() {
    world.paying("pro", 10);
    world.books.used.put(new Meter("trees"), 11L);
    world.books.used.put(Meter.USERS, 4L);
    world.books.used.put(new Meter("sessions"), 400L); // over with its month
    Answer answer = change("{\"plan\":\"starter\",\"seats\":1}");
    assertThat(answer.outcome()).isEqualTo("409 usage_exceeds_plan");
    assertThat(answer.field("over"))
        .isEqualTo(
            List.of(
                Map.of("quota_type", "trees", "current", 11L, "limit", 10L),
                Map.of("quota_type", "users", "current", 4L, "limit", 1L)));
    assertThat(world.provider.changes).isEmpty();
  }

  @Test
  void aDeclinedCardChangesNothing() {
    world.paying("pro", 1);
    world.provider.answer = new Contracts.Outcome.Declined("insufficient_funds");
    Answer answer = change(FIVE_SEATS);
    assertThat(answer.outcome()).isEqualTo("402 payment_declined");
    assertThat(answer.field("reason")).isEqualTo("insufficient_funds");
    assertThat(world.people.written).isEmpty();
  }

  @Test
  void aPaidPlanBeginsWithACheckout() {
    world.trialing(Duration.ofDays(2));
    assertThat(change(FIVE_SEATS).outcome()).isEqualTo("409 checkout_required");
    assertThat(world.owner().post(PREVIEW, FIVE_SEATS).outcome())
        .isEqualTo("409 checkout_required");
  }

  @Test
  void aFreePlanCostsNothingAndIsTakenAtOnce() {
    world.trialing(Duration.ofDays(2));
    Answer preview = world.owner().post(PREVIEW, "{\"plan\":\"free\"}");
    assertThat(preview.field("due_now_cents")).isEqualTo(0L);
    assertThat(preview.field("next_invoice_at")).isNull();
    assertThat(world.people.written).as("a preview changes nothing").isEmpty();
    assertThat(change("{\"plan\":\"free\"}").field("plan")).isEqualTo("free");
    assertThat(world.owner().get(SUBSCRIPTION).field("status")).isEqualTo("active");
  }

  @Test
  void whoeverWasSlowerLooksAgain() {
    world.trialing(Duration.ofDays(2));
    world.people.contended = true;
    assertThat(change("{\"plan\":\"free\"}").outcome()).isEqualTo("409 subscription_moved");
  }

  @Test
  void withoutTheProviderNothingChanges() {
    world.paying("pro", 1);
    world.plans.matched = Set.of();
    assertThat(change(FIVE_SEATS).outcome()).isEqualTo("503 stripe_not_configured");
    world.provider.configured = false;
    assertThat(change(FIVE_SEATS).outcome()).isEqualTo("503 stripe_not_configured");
    assertThat(world.owner().post(PREVIEW, FIVE_SEATS).outcome())
        .isEqualTo("503 stripe_not_configured");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|cancel sub_1",
        "{\"at_period_end\":true}|cancel sub_1",
        "{\"at_period_end\":false}|cancel now sub_1"
      })
  void aCancellationEndsThePeriodOrEverything(String body, String asked) {
    world.paying("pro", 1);
    world.provider.contracts =
        List.of(
            world.contract(
                "pro", ContractStatus.ACTIVE, 1, Optional.of(world.now.plusSeconds(60))));
    Answer answer = world.owner().post(CANCEL, body);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("cancel_at_period_end")).isEqualTo(true);
    assertThat(world.provider.asked).contains(asked);
  }

  @Test
  void aCancellationIsTakenBack() {
    world.under(
        world.contract("pro", ContractStatus.ACTIVE, 1, Optional.of(world.now.plusSeconds(60))));
    world.provider.contracts =
        List.of(world.contract("pro", ContractStatus.ACTIVE, 1, Optional.empty()));
    Answer answer = world.owner().post(RESUME, "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("cancel_at")).isNull();
    assertThat(world.provider.asked).contains("resume sub_1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"true\"", "1", "[false]", "{}"})
  void howItEndsIsTrueOrFalse(String value) {
    world.paying("pro", 1);
    assertThat(world.owner().post(CANCEL, "{\"at_period_end\":" + value + "}").outcome())
        .isEqualTo("422 validation_failed");
    assertThat(world.provider.asked).isEmpty();
  }

  @Test
  void whatDoesNotRunCannotEnd() {
    assertThat(world.owner().post(CANCEL, "{}").outcome()).isEqualTo("409 no_subscription");
    assertThat(world.owner().post(RESUME, "").outcome()).isEqualTo("409 no_subscription");
  }

  @Test
  void aContractMadeByHandIsAConflictAndNoBug() {
    world.under(
        world.contract("pro", ContractStatus.ACTIVE, 1, Optional.of(world.now.plusSeconds(60))));
    world.provider.byHand = true;
    for (String path : List.of(CHANGE, PREVIEW, RESUME)) {
      assertThat(world.owner().post(path, FIVE_SEATS).outcome())
          .as(path)
          .isEqualTo("409 subscription_unknown_plan");
    }
    assertThat(world.owner().post(CANCEL, "{\"at_period_end\":false}").outcome())
        .isEqualTo("409 subscription_unknown_plan");
    assertThat(world.provider.asked).contains("cancel now sub_1", "resume sub_1");
  }

  @Test
  void onlyOwnersAndAdminsChangeAnything() {
    world.paying("pro", 1);
    for (Role role : List.of(Role.MEMBER, Role.VIEWER, Role.PLATFORM_ADMIN)) {
      for (String path : List.of(CHANGE, PREVIEW, CANCEL, RESUME)) {
        assertThat(world.anybody().as(role).post(path, FIVE_SEATS).outcome())
            .isEqualTo("403 forbidden");
      }
    }
    assertThat(world.provider.asked).isEmpty();
  }

  private Answer change(String body) {
    return world.owner().post(CHANGE, body);
  }
}
