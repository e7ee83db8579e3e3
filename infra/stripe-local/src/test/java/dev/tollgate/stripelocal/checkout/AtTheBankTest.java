package dev.tollgate.stripelocal.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData;
import dev.tollgate.stripelocal.TestStripe;
import dev.tollgate.stripelocal.checkout.Storefront.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a buyer's bank asks first, and money that takes its time. */
class AtTheBankTest {
  private final TestStripe stripe = TestStripe.start();
  private final Storefront shop = new Storefront(stripe);

  @AfterEach
  void close() {
    shop.close();
    stripe.close();
  }

  @Test
  void aBuyerIsAskedToAuthenticateAndMayFailFirst() throws Exception {
    Session session = shop.open(shop.subscription());

    Reply asked = shop.pay(session, "4000002760003184");
    assertThat(asked.text("status")).isEqualTo("open");
    assertThat(asked.json().at("/next_action/redirect_to_url/url").asText())
        .contains("/authenticate/pi_");
    assertThat(
            shop.payWith(session, "{\"card\":\"4000002760003184\",\"authenticate\":false}")
                .status())
        .isEqualTo(402);
    assertThat(shop.v1().subscriptions().list().getData()).isEmpty();

    Reply paid = shop.payWith(session, "{\"card\":\"4000002760003184\",\"authenticate\":true}");
    assertThat(paid.status()).as(paid.body()).isEqualTo(200);
    assertThat(paid.text("payment_status")).isEqualTo("paid");
    assertThat(shop.onlySubscription().getStatus()).isEqualTo("active");
  }

  @Test
  void aTrialCanAskToAuthenticateToo() throws Exception {
    Session session =
        shop.open(
            shop.subscription()
                .setSubscriptionData(SubscriptionData.builder().setTrialPeriodDays(14L).build()));

    Reply begun = shop.payWith(session, "{\"card\":\"4000002500003155\",\"authenticate\":true}");

    assertThat(begun.text("status")).as(begun.body()).isEqualTo("complete");
    assertThat(shop.onlySubscription().getStatus()).isEqualTo("trialing");
    stripe.advance(Duration.ofDays(14).plusHours(2));
    assertThat(shop.onlySubscription().getStatus())
        .as("it was set up for later")
        .isEqualTo("active");
  }

  @Test
  void aSessionLeftAtTheBanksPageExpiresAndCanNotBePaidAfterwards() throws Exception {
    Session session = shop.open(shop.payment());
    String intent = shop.pay(session, "4000002760003184").text("payment_intent");

    stripe.advance(Duration.ofDays(1));

    assertThat(shop.v1().paymentIntents().retrieve(intent).getStatus()).isEqualTo("canceled");
    assertThat(shop.step("payment_intents/" + intent + "/authenticate", "{}").status())
        .isEqualTo(409);
    assertThat(shop.v1().charges().list().getData()).isEmpty();
  }

  @Test
  void aBankDebitIsPaidLater() throws Exception {
    Session session = shop.open(shop.payment());

    assertThat(delayed(session, "4242424242424242").text("payment_status")).isEqualTo("unpaid");
    assertThat(stripe.events("checkout.session.completed")).hasSize(1);
    stripe.advance(Duration.ofHours(1));

    assertThat(shop.read(session).getPaymentStatus()).isEqualTo("paid");
    assertThat(stripe.events("checkout.session.async_payment_succeeded")).hasSize(1);
  }

  @Test
  void aBankDebitCanComeBack() throws Exception {
    Session session = shop.open(shop.payment());

    delayed(session, "4000000000009995");
    stripe.advance(Duration.ofHours(1));

    assertThat(shop.read(session).getPaymentStatus()).isEqualTo("unpaid");
    assertThat(stripe.events("checkout.session.async_payment_failed")).hasSize(1);
  }

  @Test
  void aSubscriptionByBankDebitIsIncompleteUntilTheMoneyArrives() throws Exception {
    Session session = shop.open(shop.subscription());

    delayed(session, "4242424242424242");
    assertThat(shop.onlySubscription().getStatus()).isEqualTo("incomplete");
    assertThat(shop.read(session).getPaymentStatus()).isEqualTo("unpaid");
    stripe.advance(Duration.ofHours(1));

    assertThat(shop.onlySubscription().getStatus()).isEqualTo("active");
    assertThat(shop.read(session).getPaymentStatus()).isEqualTo("paid");
    assertThat(shop.v1().invoices().retrieve(shop.read(session).getInvoice()).getStatus())
        .isEqualTo("paid");
  }

  private Reply delayed(Session session, String card) {
    return shop.payWith(session, "{\"card\":\"" + card + "\",\"delayed\":true}");
  }
}
