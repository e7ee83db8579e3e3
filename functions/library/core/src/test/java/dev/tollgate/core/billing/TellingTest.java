package dev.tollgate.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.editions.AnEdition;
import dev.tollgate.core.editions.DunningPolicy;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.KillSwitchPolicy;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the kill switch and the product's own services hear of billing. */
class TellingTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  private final Ids ids = new Ids(new Random(1));
  private final TenantId tenant = ids.tenant(NOW);
  private final Account account = Account.founded(tenant, "Acme", ids.user(NOW), NOW);
  private final ProviderState state =
      new ProviderState("cus_1", false, Optional.of(tenant), List.of());

  @Test
  void refusedAndSettledChargesAreStrikesUnderKeysThatStay() {
    assertThat(keys(OptionalInt.of(3), failed(2), failed(2), failed(3), paid(4900)))
        .containsOnly(
            "invoice_failed:in_1:2",
            "charge_refused:in_1:2",
            "invoice_failed:in_1:3",
            "charge_refused:in_1:3",
            "invoice_paid:in_1",
            "charge_settled:in_1");
  }

  @Test
  void aFirstInvoiceOverNothingSettlesNothing() {
    assertThat(keys(OptionalInt.of(3), paid(0))).isEmpty();
  }

  @Test
  void whereRefusedChargesSuspendNobodyThereAreNoStrikes() {
    assertThat(keys(OptionalInt.empty(), failed(3), paid(4900)))
        .containsOnly("invoice_failed:in_1:3", "invoice_paid:in_1");
  }

  @Test
  void whereTheScheduleSuspendsPaymentsAreHeardOfAndRefusalsAreNot() {
    Edition edition =
        new AnEdition()
            .dunning(
                new DunningPolicy(Duration.ofDays(7), List.of(), Optional.of(Duration.ofDays(14))))
            .build();
    assertThat(keys(edition, state, failed(3), paid(4900)))
        .containsOnly("invoice_failed:in_1:3", "invoice_paid:in_1", "charge_settled:in_1");
  }

  @Test
  void whoTriesTheFirstChargeAfterATrialTellsHowItWent() {
    Happening asked =
        new Happening.ActionRequired("in_1", new Money(4900, "USD"), Optional.empty());
    for (Contract first :
        List.of(of(ContractStatus.INCOMPLETE, 0), of(ContractStatus.PAST_DUE, 0))) {
      ProviderState owing = having(first);
      assertThat(keys(new AnEdition().charging().build(), owing, failed(1), asked)).isEmpty();
      assertThat(keys(new AnEdition().build(), owing, failed(1), asked))
          .containsOnly("invoice_failed:in_1:1", "action_required:in_1");
    }
    ProviderState later = having(of(ContractStatus.PAST_DUE, 30));
    assertThat(keys(new AnEdition().charging().build(), later, failed(1), asked))
        .containsOnly("invoice_failed:in_1:1", "action_required:in_1");
  }

  @Test
  void aContractInOrderOwesNothingWhateverWasPaidForIt() {
    for (ContractStatus status : ContractStatus.values()) {
      boolean inOrder = status == ContractStatus.TRIALING || status == ContractStatus.ACTIVE;
      assertThat(nothingOwed(new AnEdition().charging().build(), of(status, 0), _ -> false))
          .as(status.wireName())
          .isEqualTo(inOrder ? List.of("nothing_owed:sub_1") : List.of());
      assertThat(nothingOwed(new AnEdition().build(), of(status, 0), _ -> true)).isEmpty();
    }
  }

  @Test
  void whatLapsedBehindTheLastTryOwesNothingAndBeforeItDoes() {
    Edition edition = new AnEdition().charging().build();
    Contract lapsed = of(ContractStatus.INCOMPLETE_EXPIRED, 0);
    assertThat(nothingOwed(edition, lapsed, key -> key.endsWith("#8") || key.endsWith("#9")))
        .isEmpty();
    assertThat(nothingOwed(edition, lapsed, ("due:trial_charge#" + NOW + "#10")::equals))
        .containsExactly("nothing_owed:sub_1");
  }

  private List<String> nothingOwed(
      Edition edition, Contract contract, java.util.function.Predicate<String> isTold) {
    Enrollment tried =
        Enrollment.begun(tenant, new Grant.Trial("pro", NOW.minus(Duration.ofDays(7)), NOW));
    return new Telling(edition, ids)
        .nothingOwed(tried.with(contract), having(contract), isTold, NOW).stream()
            .map(BillingChange.Fact::key)
            .toList();
  }

  @Test
  void anotherPlanOfTheSameContractIsToldOnceForTheVersionThatBringsIt() {
    Enrollment begun = Enrollment.begun(tenant, new Grant.Given("free", NOW));
    Enrollment before = begun.with(contract(2, Optional.empty()));
    Enrollment after = begun.with(named("sub_1", "scale"));
    assertThat(planChange(before, after))
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.key()).isEqualTo("plan_changed:sub_1:1");
              assertThat(fact.message().announcement())
                  .isEqualTo(new Announcement.PlanChanged(account.owner(), "pro", "scale"));
            });
    assertThat(planChange(before, before)).isEmpty();
    assertThat(planChange(before, begun.with(named("sub_2", "scale")))).isEmpty();
    assertThat(planChange(begun, after)).isEmpty();
  }

  private List<BillingChange.Fact> planChange(Enrollment before, Enrollment after) {
    return telling(OptionalInt.empty()).planChange(account, before, after, NOW);
  }

  private List<String> keys(Edition edition, ProviderState known, Happening... happened) {
    return new Telling(edition, ids)
        .facts(account, known, List.of(happened), NOW).stream()
            .map(BillingChange.Fact::key)
            .toList();
  }

  private ProviderState having(Contract contract) {
    return new ProviderState("cus_1", false, Optional.of(tenant), List.of(contract));
  }

  private static Contract named(String id, String plan) {
    return new Contract(
        id,
        ContractStatus.ACTIVE,
        plan,
        BillingInterval.MONTHLY,
        "USD",
        2,
        NOW,
        NOW,
        NOW.plus(Duration.ofDays(30)),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** In a period that began so many days after the trial. */
  private static Contract of(ContractStatus status, int daysAfterTrial) {
    return new Contract(
        "sub_1",
        status,
        "pro",
        BillingInterval.MONTHLY,
        "USD",
        1,
        NOW.minus(Duration.ofDays(60)),
        NOW,
        NOW.plus(Duration.ofDays(30)),
        Optional.of(NOW.minus(Duration.ofDays(daysAfterTrial))),
        Optional.empty(),
        false,
        Optional.empty());
  }

  @Test
  void aChangedSubscriptionIsToldWithWhatItIsNow() {
    Enrollment begun = Enrollment.begun(tenant, new Grant.Given("free", NOW));
    Enrollment bought = begun.with(contract(2, Optional.empty()));
    List<BillingChange.Fact> news = telling(OptionalInt.empty()).news(begun, bought, NOW);
    assertThat(news)
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.key()).isEqualTo("subscription_changed:1");
              assertThat(fact.message().announcement())
                  .isEqualTo(
                      new Announcement.Published(
                          "subscription.changed",
                          Map.of(
                              "tenant_id", tenant.value(),
                              "status", "active",
                              "is_live", "true",
                              "plan", "pro",
                              "seats", "2",
                              "current_period_start", "2026-05-04T10:00:00Z",
                              "current_period_end", "2026-06-03T10:00:00Z")));
            });
    Enrollment canceled = begun.with(contract(2, Optional.of(NOW.plusSeconds(9))));
    assertThat(telling(OptionalInt.empty()).news(bought, canceled, NOW)).hasSize(1);
    assertThat(
            telling(OptionalInt.empty())
                .news(bought, begun.with(contract(3, Optional.empty())), NOW))
        .hasSize(1);
  }

  @Test
  void whatChangesNothingOfTheSubscriptionIsNoNews() {
    Enrollment begun = Enrollment.begun(tenant, new Grant.Given("free", NOW));
    Enrollment known = begun.with(begun.customer().known("cus_1"));
    assertThat(telling(OptionalInt.empty()).news(begun, known, NOW)).isEmpty();
  }

  private List<String> keys(OptionalInt failedPayments, Happening... happened) {
    return telling(failedPayments).facts(account, state, List.of(happened), NOW).stream()
        .map(BillingChange.Fact::key)
        .toList();
  }

  private Telling telling(OptionalInt failedPayments) {
    return new Telling(
        new AnEdition()
            .suspending(
                new KillSwitchPolicy(OptionalInt.empty(), false, failedPayments, true, true))
            .build(),
        ids);
  }

  private static Happening failed(int attempts) {
    return new Happening.InvoiceFailed(
        "in_1", new Money(4900, "USD"), attempts, Optional.empty(), Optional.empty());
  }

  private static Happening paid(long amount) {
    return new Happening.InvoicePaid(
        "in_1", "A-1", new Money(amount, "USD"), NOW, Optional.empty());
  }

  private static Contract contract(int seats, Optional<Instant> cancelsAt) {
    return new Contract(
        "sub_1",
        ContractStatus.ACTIVE,
        "pro",
        BillingInterval.MONTHLY,
        "USD",
        seats,
        NOW,
        NOW,
        NOW.plus(Duration.ofDays(30)),
        Optional.empty(),
        cancelsAt,
        false,
        Optional.empty());
  }
}
