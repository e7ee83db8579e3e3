package dev.tollgate.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.billing.Caller.Answer;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.entitlements.Granted;
import dev.tollgate.core.entitlements.Overrides;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.subscriptions.ContractStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a tenant has, uses, and by which plan. */
class StateTest {
  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aTrialTellsWhatItHasAndForHowLong() {
    world.trialing(Duration.ofDays(10));
    Answer answer = world.anybody().as(Role.VIEWER).get(World.BILLING + "/state");
    assertThat(answer.status()).isEqualTo(200);
    Map<String, @Nullable Object> subscription = new HashMap<>();
    subscription.put("status", "trialing");
    subscription.put("plan", "pro");
    subscription.put("current_period_start", world.now.minus(Duration.ofDays(4)).toString());
    subscription.put("current_period_end", world.now.plus(Duration.ofDays(10)).toString());
    subscription.put("cancel_at_period_end", false);
    subscription.put("seat_limit", 10L);
    subscription.put("is_live", true);
    subscription.put("is_paid", false);
    subscription.put("has_pro_entitlement", true);
    subscription.put("trial_days_remaining", 10L);
    assertThat(answer.field("subscription")).isEqualTo(subscription);
    assertThat(answer.field("plan_billing"))
        .isEqualTo(
            fields(
                "display_name",
                "Pro",
                "description",
                "For a team",
                "monthly_price_cents",
                2_999L,
                "annual_price_cents",
                null));
    assertThat(answer.field("plan_limits/trees")).isEqualTo(50L);
    assertThat(answer.field("enabled_features/psa_integration")).isEqualTo(true);
    assertThat(answer.field("enabled_features/sso")).isEqualTo(false);
    assertThat(answer.body().keySet())
        .isEqualTo(Set.of("subscription", "plan_billing", "plan_limits", "enabled_features"));
  }

  @Test
  void aPaidPlanHasTheSeatsThatArePaidFor() {
    world.paying("pro", 4);
    Answer answer = world.owner().get(World.BILLING + "/state");
    assertThat(answer.field("subscription/seat_limit")).isEqualTo(4L);
    assertThat(answer.field("subscription/is_paid")).isEqualTo(true);
    assertThat(answer.field("subscription/trial_days_remaining")).isNull();
    assertThat(world.owner().get(World.BILLING + "/usage").field("meters/users/limit"))
        .isEqualTo(4L);
  }

  @Test
  void whatIsUnlimitedIsNull() {
    world.people.enrollment =
        world.people.enrollment.with(
            new dev.tollgate.core.subscriptions.Grant.Complimentary("enterprise", world.now));
    Answer state = world.owner().get(World.BILLING + "/state");
    assertThat(state.field("subscription/seat_limit")).isNull();
    assertThat(state.field("subscription/current_period_end")).isNull();
    assertThat(state.field("plan_billing/monthly_price_cents")).isNull();
    assertThat(state.text()).contains("\"trees\":null");
    Answer usage = world.owner().get(World.BILLING + "/usage");
    assertThat(usage.field("meters/trees")).isEqualTo(meter(0, null, null, null));
  }

  @Test
  void usageTellsHowFarEachMeterHasComeAndWhenItRestarts() {
    world.trialing(Duration.ofHours(30));
    world.books.used.put(new Meter("trees"), 17L);
    world.books.used.put(new Meter("sessions"), 501L);
    world.books.used.put(new Meter("ai_builds_24h"), 20L);
    Answer answer = world.owner().get(World.BILLING + "/usage");
    assertThat(answer.field("trial_days_remaining")).isEqualTo(2L);
    assertThat(answer.field("meters/trees")).isEqualTo(meter(17, 50L, "34.0", null));
    assertThat(answer.field("meters/sessions"))
        .isEqualTo(meter(501, 500L, "100.2", nextMonth().toString()));
    assertThat(answer.field("meters/ai_builds_24h")).isEqualTo(meter(20, 20L, "100.0", null));
    assertThat(answer.field("meters/users")).isEqualTo(meter(0, 10L, "0.0", null));
  }

  @Test
  void whatWasGrantedToTheTenantAloneCountsEverywhere() {
    world.trialing(Duration.ofDays(10));
    world.people.overrides =
        new Overrides(
            People.TENANT,
            Map.of(
                new Meter("trees"),
                granted(new Limit.AtMost(80), Optional.empty()),
                Meter.USERS,
                granted(new Limit.Unlimited(), Optional.empty()),
                new Meter("sessions"),
                granted(new Limit.AtMost(1), Optional.of(world.now))),
            Map.of("sso", granted(true, Optional.empty())),
            1);
    Answer state = world.owner().get(World.BILLING + "/state");
    assertThat(state.field("plan_limits/trees")).isEqualTo(80L);
    assertThat(state.field("plan_limits/sessions")).as("is over").isEqualTo(500L);
    assertThat(state.field("subscription/seat_limit")).isNull();
    assertThat(state.field("enabled_features/sso")).isEqualTo(true);
    Answer usage = world.owner().get(World.BILLING + "/usage");
    assertThat(usage.field("meters/trees/limit")).isEqualTo(80L);
    assertThat(usage.field("meters/users")).isEqualTo(meter(0, null, null, null));
    Answer plan = world.owner().get(World.BILLING + "/plan");
    assertThat(plan.field("limits/trees")).isEqualTo(80L);
    assertThat(plan.field("features/sso")).isEqualTo(true);
    assertThat(plan.field("max_seats")).as("of the plan").isEqualTo(10L);
  }

  private <T> Granted<T> granted(T value, Optional<Instant> until) {
    return new Granted<>(value, "A promise", world.now.minus(Duration.ofDays(1)), until);
  }

  @Test
  void thePlanInForceComesWithPriceLimitsAndFeatures() {
    world.paying("starter", 1);
    Answer answer = world.owner().get(World.BILLING + "/plan");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("plan")).isEqualTo("starter");
    assertThat(answer.field("monthly_price_cents")).isEqualTo(1_999L);
    assertThat(answer.field("annual_price_cents")).isNull();
    assertThat(answer.field("currency")).isEqualTo("USD");
    assertThat(answer.field("per_seat")).isEqualTo(true);
    assertThat(answer.field("limits/sessions")).isEqualTo(75L);
    assertThat(answer.field("features/script_builder")).isEqualTo(true);
  }

  @Test
  void aContractIsToldWhole() {
    Instant end = world.now.plus(Duration.ofDays(25));
    world.under(world.contract("pro", ContractStatus.PAST_DUE, 3, Optional.of(end)));
    Answer answer = world.anybody().as(Role.MEMBER).get(World.BILLING + "/subscription");
    Map<String, @Nullable Object> expected = new HashMap<>();
    expected.put("status", "past_due");
    expected.put("plan", "pro");
    expected.put("billing_interval", "monthly");
    expected.put("seats", 3L);
    expected.put("seat_limit", 3L);
    expected.put("currency", "USD");
    expected.put("started_at", world.now.minus(Duration.ofDays(5)).toString());
    expected.put("current_period_start", world.now.minus(Duration.ofDays(5)).toString());
    expected.put("current_period_end", end.toString());
    expected.put("trial_end", null);
    expected.put("trial_days_remaining", null);
    expected.put("cancel_at_period_end", true);
    expected.put("cancel_at", end.toString());
    expected.put("ended_at", null);
    expected.put("collection_paused", false);
    expected.put("is_live", true);
    expected.put("is_paid", true);
    expected.put("has_pro_entitlement", true);
    assertThat(answer.body()).isEqualTo(expected);
  }

  @Test
  void withoutAContractOnlyWhatWasGivenIsTold() {
    Answer answer = world.owner().get(World.BILLING + "/subscription");
    assertThat(answer.field("status")).isEqualTo("active");
    assertThat(answer.field("billing_interval")).isNull();
    assertThat(answer.field("seats")).isNull();
    assertThat(answer.field("is_paid")).isEqualTo(false);
  }

  @Test
  void aPlanThatTheCatalogueLostFailsClosed() {
    world.trialing(Duration.ofDays(1));
    world.plans.lost = Set.of("pro");
    for (String path : List.of("/state", "/usage", "/plan", "/subscription")) {
      assertThat(world.owner().get(World.BILLING + path).outcome())
          .isEqualTo("503 temporarily_unavailable");
    }
  }

  private static Map<String, @Nullable Object> meter(
      long used, @Nullable Long limit, @Nullable String percentage, @Nullable String resetsAt) {
    return fields(
        "used", used,
        "limit", limit,
        "percentage", percentage == null ? null : new BigDecimal(percentage),
        "resets_at", resetsAt);
  }

  private static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> fields = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return fields;
  }

  private Instant nextMonth() {
    return world
        .now
        .atOffset(ZoneOffset.UTC)
        .toLocalDate()
        .withDayOfMonth(1)
        .plusMonths(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }
}
