package dev.tollgate.stripelocal.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData;
import dev.tollgate.stripelocal.TestStripe;
import dev.tollgate.stripelocal.checkout.Storefront.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionPagesTest {
  private static final String GOOD =
      "email=b%40example.com&name=Ada&number=4242+4242+4242+4242&expiry=12+%2F+34&cvc=123";

  private final TestStripe stripe = TestStripe.start();
  private final Storefront shop = new Storefront(stripe);

  @AfterEach
  void close() {
    shop.close();
    stripe.close();
  }

  @Test
  void thePageSaysWhatIsBoughtAndWhatIsDue() throws Exception {
    Reply page = shop.page(shop.open(shop.subscription()).getUrl());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("Pro", "5 × ", "$49.00 per month", "$245.00", "Subscribe for $245.00")
        .contains("name=\"number\"", "name=\"expiry\"", "name=\"cvc\"", "name=\"email\"")
        .contains("4000 0000 0000 0002", "Cancel and go back");
  }

  @Test
  void aTrialIsWorded() throws Exception {
    Session session =
        shop.open(
            Storefront.session(Mode.SUBSCRIPTION)
                .addLineItem(Storefront.line(shop.seat(), 5))
                .addLineItem(LineItem.builder().setPrice(shop.metered().getId()).build())
                .setSubscriptionData(SubscriptionData.builder().setTrialPeriodDays(14L).build()));

    assertThat(shop.page(session.getUrl()).body())
        .contains("14 days free, then $245.00 per month plus usage from 15 August 2026")
        .contains("$0.08 per unit used", "$0.00", "Start trial");
  }

  @Test
  void thePageLoadsNothingFromElsewhereAndRunsNoScript() throws Exception {
    String page = shop.page(shop.open(shop.payment()).getUrl()).body();

    assertThat(page).doesNotContain("<script", "src=\"http", "@import", "url(");
    assertThat(page).doesNotContainPattern("<link[^>]+https?:");
  }

  @Test
  void namesAreWrittenAsTextOnly() throws Exception {
    String evil = "<script>alert('1')</script>\" onload=\"x";
    Session session =
        shop.open(
            Storefront.session(Mode.PAYMENT)
                .addLineItem(
                    LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(
                            LineItem.PriceData.builder()
                                .setCurrency("usd")
                                .setUnitAmount(1499L)
                                .setProductData(
                                    LineItem.PriceData.ProductData.builder().setName(evil).build())
                                .build())
                        .build())
                .setCancelUrl("https://a.example/?x=1&y=2"));
    String form = "email=b%40example.com&number=4000000000000002&expiry=12%2F34&cvc=123&name=";

    Reply declined =
        shop.submit(session.getUrl(), form + URLEncoder.encode(evil, StandardCharsets.UTF_8));

    assertThat(declined.body())
        .doesNotContain("<script", "\" onload=\"")
        .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;", "?x=1&amp;y=2");
  }

  @Test
  void aGoodCardLeadsBackToTheShopAndASecondClickToo() throws Exception {
    Session session = shop.open(shop.subscription());
    String success = "https://app.example.com/billing?cs=" + session.getId();

    Reply first = shop.submit(session.getUrl(), GOOD);
    Reply second = shop.submit(session.getUrl(), GOOD);

    assertThat(first.status()).isEqualTo(303);
    assertThat(first.location()).isEqualTo(success);
    assertThat(second.location()).isEqualTo(success);
    assertThat(shop.page(session.getUrl()).location()).isEqualTo(success);
    assertThat(shop.v1().charges().list().getData()).hasSize(1);
    assertThat(shop.read(session).getCustomerDetails().getName()).isEqualTo("Ada");
  }

  @Test
  void aDeclineSaysSoAndKeepsTheFormForAnotherCard() throws Exception {
    Session session = shop.open(shop.subscription());

    Reply declined =
        shop.submit(session.getUrl(), GOOD.replace("4242+4242+4242+4242", "4000000000009995"));

    assertThat(declined.status()).isEqualTo(402);
    assertThat(declined.body())
        .contains("Your card has insufficient funds.", "role=\"alert\"", "value=\"Ada\"")
        .contains("name=\"number\"")
        .doesNotContain("4000000000009995");
    assertThat(shop.submit(session.getUrl(), GOOD).status()).isEqualTo(303);
    assertThat(shop.v1().subscriptions().list().getData()).hasSize(1);
  }

  @Test
  void theBanksPageLeadsThereAndBack() throws Exception {
    Session session = shop.open(shop.subscription());
    String form = GOOD.replace("4242+4242+4242+4242", "4000002760003184");

    String bank = shop.submit(session.getUrl(), form).location();
    assertThat(shop.page(bank).body()).contains("Complete authentication", "Fail authentication");
    Reply failed = shop.submit(bank, "outcome=fail");
    assertThat(failed.location()).isEqualTo(session.getUrl());
    assertThat(shop.page(session.getUrl()).body()).contains("unable to authenticate");
    assertThat(shop.page(bank).body()).contains("Nothing to authenticate");

    String again = shop.submit(session.getUrl(), form).location();
    Reply done = shop.submit(again, "outcome=complete");
    assertThat(shop.page(done.location()).location()).contains("cs=" + session.getId());
    assertThat(shop.read(session).getPaymentStatus()).isEqualTo("paid");
  }

  @Test
  void aBankDebitIsChosenOnThePage() throws Exception {
    Session session = shop.open(shop.payment());

    assertThat(shop.submit(session.getUrl(), GOOD + "&kind=debit").status()).isEqualTo(303);

    assertThat(shop.read(session).getPaymentStatus()).isEqualTo("unpaid");
    assertThat(shop.read(session).getStatus()).isEqualTo("complete");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "number=4242424242424242",
        "email=b%40example.com",
        "email=nobody&number=4242424242424242&expiry=12%2F34&cvc=123",
        "email=b%40example.com&number=&expiry=&cvc=",
        "email=b%40example.com&number=4242424242424242&expiry=99%2F99&cvc=123",
        "email=b%40example.com&number=4242424242424242&expiry=1234567890123456789012&cvc=123",
        "email=b%40example.com&number=4242424242424242&expiry=12%2F34&cvc=%00%00%00",
        "email=b%40example.com&number=%F0%9F%92%B3&expiry=12%2F34&cvc=123",
        "email=b%40example.com&number=%D9%A4%D9%A2&expiry=12%2F34&cvc=123",
        "%%%&=&[][]=1&number[0]=4",
        "email=b%40example.com&number=4242424242424242&expiry=00%2F00&cvc=123"
      })
  void aBadFormIsAnsweredWithTheFormAndBuysNothing(String form) throws Exception {
    Session session = shop.open(shop.subscription());

    Reply answer = shop.submit(session.getUrl(), form);

    assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
    assertThat(shop.read(session).getStatus()).isEqualTo("open");
    assertThat(shop.v1().charges().list().getData()).isEmpty();
  }

  @Test
  void unknownPagesAreNotFound() {
    assertThat(shop.page("/pay/cs_test_x").status()).isEqualTo(404);
    assertThat(shop.submit("/pay/cs_test_x", GOOD).status()).isEqualTo(404);
    assertThat(shop.page("/authenticate/pi_x").status()).isEqualTo(200);
    assertThat(shop.submit("/authenticate/pi_x", "").status()).isEqualTo(200);
  }

  @Test
  void aKnownCustomerIsNotAskedForAnAddress() throws Exception {
    String customer = shop.customer("Owner").getId();
    Session session = shop.open(shop.payment().setCustomer(customer));

    assertThat(shop.page(session.getUrl()).body())
        .contains("owner@example.com")
        .doesNotContain("name=\"email\"");
    assertThat(shop.submit(session.getUrl(), GOOD).status()).isEqualTo(303);
    assertThat(shop.read(session).getCustomer()).isEqualTo(customer);
  }
}
