package dev.tollgate.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Subscription;
import dev.tollgate.core.billing.Checkouts;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CheckoutsTest {
  private final Provider provider = new Provider();
  private final String customer = provider.customer();

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void aPaidCheckoutIsAContractOfThePlanWithItsUsage() {
    Checkouts.Outcome.Opened opened = open(4, Optional.empty(), "checkout-1");
    assertThat(opened.url().toString()).startsWith("http");
    assertThat(provider.checkouts.isOpen(opened.id())).isTrue();
    provider.pay(opened.id(), Provider.GOOD_CARD);

    assertThat(provider.checkouts.isOpen(opened.id())).isFalse();
    Contract contract = provider.contract(customer);
    assertThat(contract.seats()).isEqualTo(4);
    Subscription subscription = provider.subscription(contract.id());
    assertThat(ContractReader.metered(subscription))
        .extracting(item -> item.getPrice().getId())
        .containsExactly(provider.overage);
    assertThat(subscription.getMetadata())
        .containsEntry("tenant_id", Fixtures.TENANT.value())
        .containsEntry("plan", "team");
  }

  @Test
  void aDeclinedCardLeavesNoContractAndThePageOpen() {
    Checkouts.Outcome.Opened opened = open(1, Optional.empty(), "checkout-1");
    provider.pay(opened.id(), "4000000000000002");
    assertThat(provider.state(customer)).isEmpty();
    assertThat(provider.checkouts.isOpen(opened.id())).isTrue();
  }

  @Test
  void aTrialGoesOverWhole() {
    Instant end = Provider.START.plus(Duration.ofDays(9));
    provider.pay(open(1, Optional.of(end), "checkout-1").id(), Provider.GOOD_CARD);
    Contract contract = provider.contract(customer);
    assertThat(contract.status()).isEqualTo(ContractStatus.TRIALING);
    assertThat(contract.trialEnd()).contains(end);
  }

  @Test
  void theSameKeyIsTheSamePage() {
    assertThat(open(2, Optional.empty(), "checkout-1"))
        .isEqualTo(open(2, Optional.empty(), "checkout-1"));
  }

  @Test
  void theSameKeyForAnotherOrderIsTaken() {
    open(2, Optional.empty(), "checkout-1");
    assertThat(provider.checkouts.open(provider.order(customer, 3, Optional.empty()), "checkout-1"))
        .isEqualTo(new Checkouts.Outcome.KeyTaken());
  }

  @Test
  void aClosedPageStaysClosedHoweverOftenItIsClosed() {
    Checkouts.Outcome.Opened opened = open(1, Optional.empty(), "checkout-1");
    provider.checkouts.close(opened.id());
    provider.checkouts.close(opened.id());
    assertThat(provider.checkouts.isOpen(opened.id())).isFalse();
  }

  @Test
  void aPaidPageIsLeftAsItIs() {
    Checkouts.Outcome.Opened opened = open(1, Optional.empty(), "checkout-1");
    provider.pay(opened.id(), Provider.GOOD_CARD);
    provider.checkouts.close(opened.id());
    assertThat(provider.contract(customer).isRunning()).isTrue();
  }

  @Test
  void aPageThatNeverWasIsNotOpen() {
    assertThat(provider.checkouts.isOpen("cs_test_never")).isFalse();
    provider.checkouts.close("cs_test_never");
  }

  @Test
  void thePortalHasAPageForEveryCall() {
    StripePortal portal = new StripePortal(provider.api);
    URI first = portal.open(customer, Provider.DONE);
    assertThat(first.toString()).startsWith("http");
    assertThat(portal.open(customer, Provider.DONE)).isNotEqualTo(first);
  }

  private Checkouts.Outcome.Opened open(int seats, Optional<Instant> trialEnd, String key) {
    return (Checkouts.Outcome.Opened)
        provider.checkouts.open(provider.order(customer, seats, trialEnd), key);
  }
}
