package dev.tollgate.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Invoice;
import com.stripe.model.Refund;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.billingportal.SessionCreateParams;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ContractsTest {
  private final Provider provider = new Provider();
  private final String customer = provider.customer();
  private Contract contract;

  @BeforeEach
  void subscribed() {
    contract = provider.subscribe(customer, 2);
    provider.advance(Duration.ofDays(10));
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void whatIsShownIsToTheCentWhatIsCharged() {
    Contracts.Change change = change(provider.better, 3);
    Contracts.Preview preview = provider.contracts.preview(contract.id(), change);
    assertThat(preview.dueNow().minor()).isPositive();
    assertThat(preview.credit()).isEqualTo(new Money(0, "USD"));
    assertThat(preview.next()).isEqualTo(new Money(3 * 9900, "USD"));
    assertThat(preview.nextAt()).isEqualTo(contract.periodEnd());
    assertThat(preview.lines()).isNotEmpty().allMatch(Contracts.Line::proration);
    assertThat(preview.lines().stream().map(Contracts.Line::amount).reduce(Money::plus))
        .contains(preview.dueNow());

    assertThat(provider.contracts.change(contract.id(), change, "change-1"))
        .isEqualTo(new Contracts.Outcome.Changed());
    assertThat(invoices().getFirst().getAmountPaid()).isEqualTo(preview.dueNow().minor());
    Contract changed = provider.contract(customer);
    assertThat(changed.plan()).isEqualTo("scale");
    assertThat(changed.seats()).isEqualTo(3);
    assertThat(changed.id()).isEqualTo(contract.id());
    assertThat(provider.subscription(contract.id()).getMetadata())
        .containsEntry("plan", "scale")
        .containsEntry("tenant_id", Fixtures.TENANT.value());
  }

  @Test
  void lessLeavesACreditAndChargesNothing() {
    Contracts.Preview preview =
        provider.contracts.preview(contract.id(), change(provider.seats, 1));
    assertThat(preview.dueNow()).isEqualTo(new Money(0, "USD"));
    assertThat(preview.credit().minor()).isPositive();
  }

  @Test
  void aPreviewChangesNothing() {
    provider.contracts.preview(contract.id(), change(provider.better, 9));
    assertThat(provider.contract(customer)).isEqualTo(contract);
    assertThat(invoices()).hasSize(1);
  }

  @Test
  void aChangeAskedForTwiceIsChargedOnce() {
    Contracts.Change change = change(provider.better, 3);
    provider.contracts.change(contract.id(), change, "change-1");
    provider.advance(Duration.ofSeconds(5));
    assertThat(provider.contracts.change(contract.id(), change(provider.better, 3), "change-1"))
        .isEqualTo(new Contracts.Outcome.Changed());
    assertThat(invoices()).hasSize(2);
  }

  @Test
  void aCardThatRefusesLeavesEverythingAsItWas() {
    provider.takesCard(customer, contract.id(), Provider.BROKE_CARD);
    assertThat(provider.contracts.change(contract.id(), change(provider.better, 3), "change-1"))
        .isInstanceOf(Contracts.Outcome.Declined.class);
    assertThat(provider.contract(customer)).isEqualTo(contract);
  }

  @Test
  void afterABetterCardTheSameWishUnderTheSameKeyIsMade() {
    provider.takesCard(customer, contract.id(), Provider.BROKE_CARD);
    provider.contracts.change(contract.id(), change(provider.better, 3), "change-1");
    provider.takesCard(customer, contract.id(), "pm_card_visa");
    provider.advance(Duration.ofMinutes(1));
    assertThat(provider.contracts.change(contract.id(), change(provider.better, 3), "change-1"))
        .isEqualTo(new Contracts.Outcome.Changed());
    assertThat(provider.contract(customer).plan()).isEqualTo("scale");
  }

  @Test
  void pricesByUsageComeAndGoWithThePlan() {
    provider.contracts.change(
        contract.id(),
        new Contracts.Change(provider.better, Set.of(), 2, provider.now()),
        "change-1");
    assertThat(ContractReader.metered(provider.subscription(contract.id()))).isEmpty();
    provider.contracts.change(contract.id(), change(provider.seats, 2), "change-2");
    assertThat(ContractReader.metered(provider.subscription(contract.id())))
        .extracting(item -> item.getPrice().getId())
        .containsExactly(provider.overage);
  }

  @Test
  void aCancellationCanBeTakenBackAndMadeAgain() {
    provider.contracts.cancelAtPeriodEnd(contract.id(), "cancel-1");
    provider.contracts.cancelAtPeriodEnd(contract.id(), "cancel-1");
    assertThat(provider.contract(customer).cancelsAt()).contains(contract.periodEnd());
    provider.contracts.resume(contract.id(), "resume-1");
    provider.contracts.resume(contract.id(), "resume-1");
    assertThat(provider.contract(customer)).isEqualTo(contract);
    provider.contracts.cancelAtPeriodEnd(contract.id(), "cancel-2");
    assertThat(provider.contract(customer).cancelsAt()).isPresent();
  }

  @Test
  void aCancellationOnThePortalPageIsTakenBackToo() {
    String page =
        provider
            .raw(
                stripe ->
                    stripe
                        .v1()
                        .billingPortal()
                        .sessions()
                        .create(SessionCreateParams.builder().setCustomer(customer).build()))
            .getId();
    provider.test("portal/" + page, "{\"action\": \"cancel\"}");
    assertThat(provider.subscription(contract.id()).getCancelAtPeriodEnd()).isFalse();
    assertThat(provider.contract(customer).cancelsAt()).contains(contract.periodEnd());
    provider.contracts.resume(contract.id(), "resume-1");
    assertThat(provider.contract(customer)).isEqualTo(contract);
  }

  @Test
  void endingNowEndsOnceAndForAll() {
    provider.contracts.cancelNow(contract.id(), "cancel-now");
    provider.contracts.cancelNow(contract.id(), "cancel-now");
    Contract ended = provider.contract(customer);
    assertThat(ended.status()).isEqualTo(ContractStatus.CANCELED);
    assertThat(ended.endedAt()).contains(provider.now());
    provider.contracts.cancelAtPeriodEnd(contract.id(), "cancel-1");
    provider.contracts.resume(contract.id(), "resume-1");
    assertThat(provider.contract(customer)).isEqualTo(ended);
    assertThat(refunds()).isEmpty();
  }

  @Test
  void undoingGivesBackEverythingOnce() {
    provider.contracts.change(contract.id(), change(provider.better, 3), "change-1");
    long paid = invoices().stream().mapToLong(Invoice::getAmountPaid).sum();
    provider.contracts.undo(contract.id(), "undo-1");
    provider.contracts.undo(contract.id(), "undo-1");
    provider.advance(Duration.ofDays(2)); // the keys are forgotten
    provider.contracts.undo(contract.id(), "undo-1");

    assertThat(provider.contract(customer).status()).isEqualTo(ContractStatus.CANCELED);
    assertThat(refunds()).hasSize(2);
    assertThat(refunds().stream().mapToLong(Refund::getAmount).sum()).isEqualTo(paid);
  }

  private Contracts.Change change(String price, int seats) {
    return new Contracts.Change(price, Set.of(provider.overage), seats, provider.now());
  }

  private List<Invoice> invoices() {
    return provider
        .raw(
            stripe ->
                stripe
                    .v1()
                    .invoices()
                    .list(InvoiceListParams.builder().setCustomer(customer).build()))
        .getData();
  }

  private List<Refund> refunds() {
    return provider
        .raw(stripe -> stripe.v1().refunds().list(RefundListParams.builder().build()))
        .getData();
  }
}
