package dev.tollgate.stripelocal.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.billingportal.Configuration;
import com.stripe.model.billingportal.Session;
import com.stripe.param.billingportal.ConfigurationCreateParams;
import com.stripe.param.billingportal.ConfigurationCreateParams.Features;
import com.stripe.param.billingportal.ConfigurationListParams;
import com.stripe.param.billingportal.ConfigurationUpdateParams;
import com.stripe.param.billingportal.SessionCreateParams;
import com.stripe.param.billingportal.SessionCreateParams.FlowData;
import dev.tollgate.stripelocal.TestStripe;
import dev.tollgate.stripelocal.checkout.Storefront;
import dev.tollgate.stripelocal.checkout.Storefront.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortalTest {
  private final TestStripe stripe = TestStripe.start();
  private final Storefront shop = new Storefront(stripe);
  private String customer = "";
  private String subscription = "";

  @BeforeEach
  void subscribe() throws Exception {
    customer = shop.customer("<b>Owner</b>").getId();
    com.stripe.model.checkout.Session bought = shop.open(shop.subscription().setCustomer(customer));
    assertThat(shop.pay(bought, "4242424242424242").status()).isEqualTo(200);
    subscription = shop.read(bought).getSubscription();
  }

  @AfterEach
  void close() {
    shop.close();
    stripe.close();
  }

  private Session open() throws StripeException {
    return open(session());
  }

  private SessionCreateParams.Builder session() {
    return SessionCreateParams.builder()
        .setCustomer(customer)
        .setReturnUrl("https://app.example.com/billing");
  }

  private Session open(SessionCreateParams.Builder params) throws StripeException {
    return shop.v1().billingPortal().sessions().create(params.build());
  }

  private Subscription current() throws StripeException {
    return shop.v1().subscriptions().retrieve(subscription);
  }

  private Reply act(Session session, String json) {
    return shop.step("portal/" + session.getId(), json);
  }

  @Test
  void theAddressEndsWithTheSessionsId() throws Exception {
    Session session = open();

    assertThat(session.getUrl())
        .isEqualTo(stripe.server().baseUri() + "/portal/" + session.getId());
    assertThat(session.getReturnUrl()).isEqualTo("https://app.example.com/billing");
    assertThat(session.getConfiguration()).startsWith("bpc_");
    assertThat(open().getConfiguration()).isEqualTo(session.getConfiguration());
  }

  @Test
  void aCancellationSetsOnlyTheDateAndCanBeUndone() throws Exception {
    Session session = open();
    Subscription before = current();

    Reply canceled =
        act(session, "{\"action\":\"cancel\",\"feedback\":\"too_expensive\",\"comment\":\"bye\"}");

    assertThat(canceled.status()).as(canceled.body()).isEqualTo(200);
    Subscription ending = current();
    assertThat(ending.getStatus()).isEqualTo("active");
    assertThat(ending.getCancelAt())
        .isEqualTo(before.getItems().getData().getFirst().getCurrentPeriodEnd());
    assertThat(ending.getCancelAtPeriodEnd()).isFalse();
    assertThat(ending.getCancellationDetails().getReason()).isEqualTo("cancellation_requested");
    assertThat(ending.getCancellationDetails().getFeedback()).isEqualTo("too_expensive");
    assertThat(ending.getCancellationDetails().getComment()).isEqualTo("bye");
    assertThat(act(session, "{\"action\":\"cancel\"}").status()).isEqualTo(409);

    assertThat(act(session, "{\"action\":\"undo_cancel\"}").status()).isEqualTo(200);
    assertThat(current().getCancelAt()).isNull();
    assertThat(act(session, "{\"action\":\"undo_cancel\"}").status()).isEqualTo(409);
    assertThat(stripe.events("customer.subscription.updated")).hasSize(2);
  }

  @Test
  void anImmediateCancellationEndsAtOnce() throws Exception {
    Configuration now =
        configuration(
            Features.builder()
                .setSubscriptionCancel(
                    Features.SubscriptionCancel.builder()
                        .setEnabled(true)
                        .setMode(Features.SubscriptionCancel.Mode.IMMEDIATELY)
                        .build()));

    act(open(session().setConfiguration(now.getId())), "{\"action\":\"cancel\"}");

    assertThat(current().getStatus()).isEqualTo("canceled");
    assertThat(stripe.events("customer.subscription.deleted")).hasSize(1);
  }

  private Configuration configuration(Features.Builder features) throws StripeException {
    return shop.v1()
        .billingPortal()
        .configurations()
        .create(ConfigurationCreateParams.builder().setFeatures(features.build()).build());
  }

  @Test
  void aNewCardPaysFromNowOn() throws Exception {
    Session session = open();
    String old = current().getDefaultPaymentMethod();

    Reply changed = act(session, "{\"action\":\"set_card\",\"card\":\"5555555555554444\"}");

    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    String fresh = current().getDefaultPaymentMethod();
    assertThat(fresh).isNotEqualTo(old);
    assertThat(
            shop.v1().customers().retrieve(customer).getInvoiceSettings().getDefaultPaymentMethod())
        .isEqualTo(fresh);
    assertThat(act(session, method("remove_card", fresh)).status()).isEqualTo(409);
    assertThat(act(session, method("remove_card", old)).status()).isEqualTo(200);
    assertThat(act(session, method("default_card", old)).status()).isEqualTo(400);
    assertThat(shop.v1().customers().paymentMethods().list(customer).getData()).hasSize(1);
  }

  private static String method(String action, String method) {
    return "{\"action\":\"" + action + "\",\"payment_method\":\"" + method + "\"}";
  }

  @Test
  void aDeclinedCardChangesNothing() throws Exception {
    Session session = open();
    String old = current().getDefaultPaymentMethod();

    assertThat(act(session, "{\"action\":\"set_card\",\"card\":\"4000000000000002\"}").status())
        .isEqualTo(402);
    assertThat(act(session, "{\"action\":\"set_card\",\"card\":\"1234\"}").status()).isEqualTo(402);
    assertThat(act(session, "{\"action\":\"set_card\"}").status()).isEqualTo(400);

    assertThat(current().getDefaultPaymentMethod()).isEqualTo(old);
  }

  @Test
  void aCardThatAsksPaysOnceItsOwnerAuthenticates() throws Exception {
    Session session = open();
    String old = current().getDefaultPaymentMethod();

    Reply asked = act(session, "{\"action\":\"set_card\",\"card\":\"4000002500003155\"}");
    assertThat(current().getDefaultPaymentMethod()).isEqualTo(old);
    String bank = asked.json().at("/next_action/redirect_to_url/url").asText();
    Reply back = shop.submit(bank, "outcome=complete");

    assertThat(back.location()).isEqualTo(session.getUrl());
    assertThat(current().getDefaultPaymentMethod()).isNotEqualTo(old);
    assertThat(shop.page(session.getUrl()).body()).contains("new card is saved");
    assertThat(shop.page(session.getUrl()).body()).doesNotContain("new card is saved");
  }

  @Test
  void planAndSeatsAreChanged() throws Exception {
    Price business = shop.recurring("Business", 9900);
    Session session = open();

    assertThat(act(session, "{\"action\":\"seats\",\"quantity\":7}").status()).isEqualTo(200);
    assertThat(
            act(session, "{\"action\":\"switch\",\"price\":\"" + business.getId() + "\"}").status())
        .isEqualTo(200);

    assertThat(current().getItems().getData())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.getPrice().getId()).isEqualTo(business.getId());
              assertThat(item.getQuantity()).isEqualTo(7);
            });
    assertThat(act(session, "{\"action\":\"seats\",\"quantity\":7}").status()).isEqualTo(409);
    assertThat(act(session, "{\"action\":\"seats\",\"quantity\":0}").status()).isEqualTo(400);
    assertThat(act(session, "{\"action\":\"switch\",\"price\":\"price_x\"}").status())
        .isEqualTo(400);
  }

  @Test
  void onlyWhatTheConfigurationOffersIsPossible() throws Exception {
    Price seat =
        shop.v1().prices().retrieve(current().getItems().getData().getFirst().getPrice().getId());
    Price business = shop.recurring("Business", 9900);
    Price hidden = shop.recurring("Hidden", 100);
    Configuration some =
        configuration(
            Features.builder()
                .setSubscriptionUpdate(
                    Features.SubscriptionUpdate.builder()
                        .setEnabled(true)
                        .addDefaultAllowedUpdate(
                            Features.SubscriptionUpdate.DefaultAllowedUpdate.PRICE)
                        .setProrationBehavior(
                            Features.SubscriptionUpdate.ProrationBehavior.ALWAYS_INVOICE)
                        .addProduct(offered(seat))
                        .addProduct(offered(business))
                        .build()));
    Session session = open(session().setConfiguration(some.getId()));

    assertThat(act(session, "{\"action\":\"cancel\"}").status()).isEqualTo(403);
    assertThat(act(session, "{\"action\":\"seats\",\"quantity\":7}").status()).isEqualTo(403);
    assertThat(act(session, "{\"action\":\"set_card\",\"card\":\"4242424242424242\"}").status())
        .isEqualTo(403);
    assertThat(
            act(session, "{\"action\":\"switch\",\"price\":\"" + hidden.getId() + "\"}").status())
        .isEqualTo(400);
    assertThat(
            act(session, "{\"action\":\"switch\",\"price\":\"" + business.getId() + "\"}").status())
        .isEqualTo(200);
    assertThat(shop.v1().invoices().list().getData()).hasSize(2);
    assertThat(shop.page(session.getUrl()).body()).doesNotContain("Cancel subscription", "Hidden");
  }

  private static Features.SubscriptionUpdate.Product offered(Price price) {
    return Features.SubscriptionUpdate.Product.builder()
        .setProduct(price.getProduct())
        .addPrice(price.getId())
        .build();
  }

  @Test
  void configurationsAreChangedAndListed() throws Exception {
    Configuration made =
        configuration(
            Features.builder()
                .setInvoiceHistory(Features.InvoiceHistory.builder().setEnabled(true).build()));
    String standard = open().getConfiguration();

    Configuration changed =
        shop.v1()
            .billingPortal()
            .configurations()
            .update(
                made.getId(),
                ConfigurationUpdateParams.builder()
                    .setActive(false)
                    .setName("Plain")
                    .setFeatures(
                        ConfigurationUpdateParams.Features.builder()
                            .setPaymentMethodUpdate(
                                ConfigurationUpdateParams.Features.PaymentMethodUpdate.builder()
                                    .setEnabled(true)
                                    .build())
                            .build())
                    .build());

    assertThat(changed.getFeatures().getInvoiceHistory().getEnabled()).isTrue();
    assertThat(changed.getFeatures().getPaymentMethodUpdate().getEnabled()).isTrue();
    assertThat(
            shop.v1()
                .billingPortal()
                .configurations()
                .list(ConfigurationListParams.builder().setActive(true).build())
                .getData())
        .extracting(Configuration::getId)
        .containsExactly(standard);
    assertThatThrownBy(() -> open(session().setConfiguration(made.getId())))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("not active");
  }

  @Test
  void aFlowShowsItsSubjectOnlyAndLeadsElsewhere() throws Exception {
    Session session =
        open(
            session()
                .setFlowData(
                    FlowData.builder()
                        .setType(FlowData.Type.SUBSCRIPTION_CANCEL)
                        .setSubscriptionCancel(
                            FlowData.SubscriptionCancel.builder()
                                .setSubscription(subscription)
                                .build())
                        .setAfterCompletion(
                            FlowData.AfterCompletion.builder()
                                .setType(FlowData.AfterCompletion.Type.REDIRECT)
                                .setRedirect(
                                    FlowData.AfterCompletion.Redirect.builder()
                                        .setReturnUrl("https://app.example.com/bye")
                                        .build())
                                .build())
                        .build()));
    assertThat(session.getFlow().getSubscriptionCancel().getSubscription()).isEqualTo(subscription);
    assertThat(shop.page(session.getUrl()).body())
        .contains("Cancel subscription")
        .doesNotContain("Add a card", "Invoices");

    Reply done = shop.submit(session.getUrl(), "action=cancel&subscription=" + subscription);

    assertThat(done.location()).isEqualTo("https://app.example.com/bye");
    assertThat(current().getCancelAt()).isNotNull();
  }

  @Test
  void aPreparedChangeIsConfirmed() throws Exception {
    String item = current().getItems().getData().getFirst().getId();
    Session session =
        open(
            session()
                .setFlowData(
                    FlowData.builder()
                        .setType(FlowData.Type.SUBSCRIPTION_UPDATE_CONFIRM)
                        .setSubscriptionUpdateConfirm(
                            FlowData.SubscriptionUpdateConfirm.builder()
                                .setSubscription(subscription)
                                .addItem(
                                    FlowData.SubscriptionUpdateConfirm.Item.builder()
                                        .setId(item)
                                        .setQuantity(9L)
                                        .build())
                                .build())
                        .build()));

    assertThat(shop.page(session.getUrl()).body()).contains("Confirm the change");
    assertThat(act(session, "{\"action\":\"confirm\"}").status()).isEqualTo(200);
    assertThat(current().getItems().getData().getFirst().getQuantity()).isEqualTo(9);
  }

  @Test
  void somebodyElsesSubscriptionIsNotSeen() throws Exception {
    String other = shop.customer("Other").getId();
    Session session = open(SessionCreateParams.builder().setCustomer(other));

    assertThat(shop.page(session.getUrl()).body()).contains("There is no subscription");
    assertThat(
            act(session, "{\"action\":\"cancel\",\"subscription\":\"" + subscription + "\"}")
                .status())
        .isEqualTo(404);
    assertThatThrownBy(
            () ->
                open(
                    SessionCreateParams.builder()
                        .setCustomer(other)
                        .setFlowData(
                            FlowData.builder()
                                .setType(FlowData.Type.SUBSCRIPTION_CANCEL)
                                .setSubscriptionCancel(
                                    FlowData.SubscriptionCancel.builder()
                                        .setSubscription(subscription)
                                        .build())
                                .build())))
        .hasMessageContaining("No such subscription");
  }

  @Test
  void thePageShowsPlanCardsAndInvoicesAndTakesForms() throws Exception {
    Session session = open();

    String page = shop.page(session.getUrl()).body();
    assertThat(page)
        .contains("5 × Pro", "$49.00 per month", "visa •••• 4242", "$245.00", "Renews on")
        .contains("Cancel subscription", "https://app.example.com/billing")
        .doesNotContain("<script");
    Reply done =
        shop.submit(
            session.getUrl(), "action=set_card&number=5555555555554444&expiry=12%2F34&cvc=123");
    assertThat(done.location()).isEqualTo(session.getUrl());
    assertThat(shop.page(session.getUrl()).body()).contains("mastercard •••• 4444");
    for (String bad :
        new String[] {
          "",
          "action=dance",
          "action=seats&quantity=many",
          "action=switch&price=%00",
          "action=set_card&number=x",
          "action=remove_card&payment_method=pm_x"
        }) {
      assertThat(shop.submit(session.getUrl(), bad).status()).as(bad).isBetween(400, 499);
    }
    assertThat(shop.page("/portal/bps_x").status()).isEqualTo(404);
  }
}
