package dev.tollgate.core.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.BillingPolicy;
import dev.tollgate.core.editions.DayCount;
import dev.tollgate.core.editions.DunningPolicy;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.editions.Price;
import dev.tollgate.core.editions.SubscriptionTerms;
import dev.tollgate.core.editions.TrialEnd;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.editions.TrialScope;
import dev.tollgate.core.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every grant × every contract × every plan × every moment, against the product's own words. */
final class EveryStateTest {
  private static final TenantId TENANT = new TenantId("ten_00000000000000000000000000");
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant TRIAL_END = START.plus(Duration.ofDays(14));
  private static final Instant PERIOD_END = Instant.parse("2026-04-01T12:00:00Z");
  private static final List<Plan> PLANS =
      List.of(
          plan("free", new Price.Free()),
          plan("starter", new Price.Monthly(1900, OptionalLong.empty(), false)),
          plan("pro", new Price.Monthly(4900, OptionalLong.of(49_000), true)),
          plan("enterprise", new Price.ByAgreement()));
  private static final DunningPolicy DUNNING =
      new DunningPolicy(Duration.ofDays(7), List.of(), Optional.empty());

  private static final BillingPolicy POLICY =
      new BillingPolicy(
          false, Duration.ofDays(30), "enterprise", Set.of("pro", "enterprise"), DUNNING);
  private static final List<Instant> MOMENTS =
      List.of(
          START,
          TRIAL_END.minusMillis(1),
          TRIAL_END,
          TRIAL_END.plus(Duration.ofHours(24)),
          TRIAL_END.plus(Duration.ofHours(25)),
          PERIOD_END,
          PERIOD_END.plus(Duration.ofDays(400)));

  record Row(Grant grant, Optional<Contract> contract, Instant now) {
    Enrollment enrollment() {
      Enrollment begun = Enrollment.begun(TENANT, grant);
      return contract.map(begun::with).orElse(begun);
    }
  }

  static Stream<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Plan plan : PLANS) {
      List<Grant> grants =
          List.of(
              new Grant.Trial(plan.key(), START, TRIAL_END),
              new Grant.Given(plan.key(), START),
              new Grant.Unpaid(plan.key(), START),
              new Grant.Complimentary(plan.key(), START));
      for (Grant grant : grants) {
        for (Instant now : MOMENTS) {
          rows.add(new Row(grant, Optional.empty(), now));
          for (ContractStatus status : ContractStatus.values()) {
            rows.add(new Row(grant, Optional.of(contract(status, "pro")), now));
            rows.add(new Row(grant, Optional.of(contract(status, "starter")), now));
          }
        }
      }
    }
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theApiSaysWhatTheProductSays(Row row) {
    Subscription subscription = row.enrollment().at(row.now(), wall());
    Plan plan = plan(subscription.plan());
    BillingState state = BillingState.of(subscription, plan, POLICY, row.now());

    assertThat(subscription.status()).isEqualTo(expectedStatus(row));
    assertThat(state.live()).isEqualTo(expectedLive(row, subscription.status()));
    assertThat(state.paid())
        .isEqualTo(
            List.of("active", "past_due").contains(subscription.status())
                && !plan.key().equals("free"));
    assertThat(state.proEntitlement())
        .isEqualTo(
            state.live()
                && (subscription.status().equals("complimentary")
                    || List.of("pro", "enterprise").contains(subscription.plan())));
    assertThat(state.trialDaysRemaining().isPresent())
        .isEqualTo(subscription.status().equals("trialing"));
  }

  private static String expectedStatus(Row row) {
    Optional<ContractStatus> status = row.contract().map(Contract::status);
    if (status.isPresent()
        && Set.of("trialing", "active", "past_due", "unpaid", "paused")
            .contains(status.get().wireName())) {
      return status.get().wireName();
    }
    if (row.grant() instanceof Grant.Complimentary) {
      return "complimentary";
    }
    if (status.equals(Optional.of(ContractStatus.CANCELED))) {
      return "canceled";
    }
    return switch (row.grant()) {
      case Grant.Trial _ -> "trialing";
      case Grant.Given _ -> "active";
      case Grant.Unpaid _ -> "incomplete";
      case Grant.Complimentary _ -> "complimentary";
    };
  }

  private static boolean expectedLive(Row row, String status) {
    boolean byContract = row.contract().filter(Contract::isRunning).isPresent();
    return switch (status) {
      case "active", "complimentary" -> true;
      case "past_due" ->
          row.now().isBefore(row.contract().orElseThrow().periodStart().plus(DUNNING.grace()));
      case "trialing" ->
          row.now().isBefore(byContract ? TRIAL_END.plus(Duration.ofHours(25)) : TRIAL_END);
      default -> false;
    };
  }

  @Test
  void aTrialFallsToTheFreeTierByItselfWhereTheEditionSaysSo() {
    Enrollment enrollment = Enrollment.begun(TENANT, new Grant.Trial("pro", START, TRIAL_END));
    SubscriptionTerms policy = policy(new TrialEnd.FreeTier("free"));

    assertThat(enrollment.at(TRIAL_END.minusMillis(1), policy).plan()).isEqualTo("pro");
    assertThat(enrollment.at(TRIAL_END, policy))
        .isEqualTo(new Subscription.Active("free", TRIAL_END, Optional.empty()));
  }

  @Test
  void graceKeepsAnEndedTrialLiveAndNoLonger() {
    Enrollment enrollment = Enrollment.begun(TENANT, new Grant.Trial("pro", START, TRIAL_END));
    SubscriptionTerms policy = policy(new TrialEnd.ReadOnlyLock(Duration.ofDays(3)));
    Instant graceEnd = TRIAL_END.plus(Duration.ofDays(3));

    assertThat(enrollment.at(graceEnd, policy).isLive(graceEnd.minusMillis(1))).isTrue();
    assertThat(enrollment.at(graceEnd, policy).isLive(graceEnd)).isFalse();
  }

  @Test
  void whatIsGivenAfterAContractEndedCountsAgain() {
    Contract ended = contract(ContractStatus.CANCELED, "pro");
    Enrollment enrollment =
        Enrollment.begun(TENANT, new Grant.Trial("pro", START, TRIAL_END)).with(ended);
    Instant later = PERIOD_END.plus(Duration.ofDays(1));

    Subscription canceled = enrollment.at(later, wall());
    assertThat(canceled).isInstanceOf(Subscription.Canceled.class);
    Enrollment back = enrollment.with(((Subscription.Canceled) canceled).settleFor("free", later));

    assertThat(back.at(later, wall()))
        .isEqualTo(new Subscription.Active("free", later, Optional.empty()));
  }

  @Test
  void aTrialIsNeverShortenedByExtendingIt() {
    Subscription.Trialing trial =
        new Subscription.Trialing("pro", START, TRIAL_END, TRIAL_END, Optional.empty());

    assertThat(trial.extendedTo(START).endsAt()).isEqualTo(TRIAL_END);
    assertThat(trial.extendedTo(PERIOD_END).endsAt()).isEqualTo(PERIOD_END);
  }

  @Test
  void daysLeftAreBegunDays() {
    Subscription trial =
        Enrollment.begun(TENANT, new Grant.Trial("pro", START, TRIAL_END)).at(START, wall());

    assertThat(daysLeft(trial, START)).hasValue(14);
    assertThat(daysLeft(trial, START.plusMillis(1))).hasValue(14);
    assertThat(daysLeft(trial, TRIAL_END.minusMillis(1))).hasValue(1);
    assertThat(daysLeft(trial, TRIAL_END)).hasValue(0);
  }

  private static OptionalLong daysLeft(Subscription trial, Instant now) {
    return BillingState.of(trial, plan("pro"), POLICY, now).trialDaysRemaining();
  }

  private static SubscriptionTerms wall() {
    return policy(new TrialEnd.ComputedWall(Duration.ofDays(30)));
  }

  private static SubscriptionTerms policy(TrialEnd end) {
    return new SubscriptionTerms(
        new TrialPolicy.Trial(
            "pro",
            Duration.ofDays(14),
            DayCount.FROM_ZERO,
            List.of(),
            false,
            TrialScope.TENANT,
            end),
        DUNNING);
  }

  private static Contract contract(ContractStatus status, String plan) {
    return new Contract(
        "sub_1",
        status,
        plan,
        BillingInterval.MONTHLY,
        "USD",
        1,
        START,
        START,
        PERIOD_END,
        status == ContractStatus.TRIALING ? Optional.of(TRIAL_END) : Optional.empty(),
        Optional.empty(),
        false,
        status == ContractStatus.CANCELED || status == ContractStatus.INCOMPLETE_EXPIRED
            ? Optional.of(PERIOD_END)
            : Optional.empty());
  }

  private static Plan plan(String key) {
    return PLANS.stream().filter(plan -> plan.key().equals(key)).findFirst().orElseThrow();
  }

  private static Plan plan(String key, Price price) {
    return new Plan(
        key, key, "", price, new Limit.AtMost(5), Map.of(), Map.of(), 1, true, false, false);
  }
}
