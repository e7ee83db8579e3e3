package dev.tollgate.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.editions.AnEdition;
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
