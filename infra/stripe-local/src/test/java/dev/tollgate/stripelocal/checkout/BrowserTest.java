package dev.tollgate.stripelocal.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData;
import dev.tollgate.stripelocal.TestStripe;
import dev.tollgate.testkit.browser.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A person at a real browser. Asked for with {@code -Dbrowser=true}; pictures go to {@code
 * -Dbrowser.pictures=<folder>}.
 */
@Tag("browser")
@EnabledIfSystemProperty(named = "browser", matches = "true")
class BrowserTest {
  private final TestStripe stripe = TestStripe.start();
  private final Storefront shop = new Storefront(stripe);
  private final Browser browser = Browser.start();

  @AfterEach
  void close() {
    browser.close();
    shop.close();
    stripe.close();
  }

  @Test
  void aPersonIsDeclinedThenAuthenticatesAndHasPaid() throws Exception {
    Session session =
        shop.open(
            Storefront.session(Mode.SUBSCRIPTION)
                .addLineItem(Storefront.line(shop.seat(), 5))
                .setSuccessUrl(stripe.server().baseUri() + "/?cs={CHECKOUT_SESSION_ID}"));

    browser.open(session.getUrl());
    assertThat(browser.text("#total")).isEqualTo("$245.00");
    browser.picture("checkout");
    browser.fill("#email", "ada@example.com");
    pay("4000 0000 0000 0002");
    assertThat(browser.text(".error")).isEqualTo("Your card was declined.");
    browser.picture("checkout-declined");
    pay("4000 0027 6000 3184");
    browser.waitForUrl("/authenticate/");
    browser.picture("authenticate");
    browser.click("#complete");
    browser.waitForUrl("?cs=" + session.getId());

    assertThat(shop.read(session).getPaymentStatus()).isEqualTo("paid");
    assertThat(shop.read(session).getCustomerDetails().getEmail()).isEqualTo("ada@example.com");
    assertThat(shop.v1().subscriptions().list().getData()).hasSize(1);
  }

  private void pay(String number) {
    browser.fill("#number", number);
    browser.fill("#expiry", "12 / 34");
    browser.fill("#cvc", "123");
    browser.fill("#name", "Ada");
    browser.click("#pay");
  }

  @Test
  void onAPhoneNothingIsCutOff() throws Exception {
    Session session =
        shop.open(
            shop.subscription()
                .setSubscriptionData(SubscriptionData.builder().setTrialPeriodDays(14L).build()));

    browser.resize(360, 740);
    browser.open(session.getUrl());

    assertThat(browser.scrollsSideways()).isFalse();
    assertThat(browser.text("#terms")).startsWith("14 days free, then $245.00 per month");
    browser.picture("checkout-phone");
  }

  @Test
  void aCustomerCancelsAndChangesTheirMind() throws Exception {
    String customer = shop.customer("Owner").getId();
    Session bought = shop.open(shop.subscription().setCustomer(customer));
    shop.pay(bought, "4242424242424242");
    String subscription = shop.read(bought).getSubscription();
    String portal =
        shop.v1()
            .billingPortal()
            .sessions()
            .create(
                com.stripe.param.billingportal.SessionCreateParams.builder()
                    .setCustomer(customer)
                    .setReturnUrl("https://app.example.com/billing")
                    .build())
            .getUrl();

    browser.open(portal);
    browser.picture("portal");
    browser.click("#cancel-" + subscription + " button");
    browser.waitFor(".notice");
    assertThat(browser.text("#next")).startsWith("Ends on 1 September 2026");
    browser.click("#undo_cancel-" + subscription + " button");
    browser.waitFor("#cancel-" + subscription);

    assertThat(browser.text("#next")).startsWith("Renews on 1 September 2026");
    assertThat(shop.v1().subscriptions().retrieve(subscription).getCancelAt()).isNull();
    browser.click("table a");
    assertThat(browser.text(".badge")).isEqualTo("paid");
    browser.picture("invoice");
  }
}
