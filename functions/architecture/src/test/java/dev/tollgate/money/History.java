package dev.tollgate.money;

import com.stripe.exception.StripeException;
import com.stripe.param.ChargeListParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.billingportal.SessionCreateParams;
import dev.tollgate.core.billing.ChangingSubscription;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.core.subscriptions.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What can happen to a tenant's money, and what must be true afterwards. */
enum History {
  TRIAL_TO_PAID("active", "pro") {
    @Override
    Grant grant(Instant now) {
      return new Grant.Trial("pro", now, now.plus(Duration.ofDays(14)));
    }

    @Override
    void happen(Scene scene) throws StripeException {
      scene.buy("pro", 1, GOOD);
      scene.pass(Duration.ofDays(15));
    }
  },
  DECLINE_AND_RECOVERY("active", "starter") {
    @Override
    void happen(Scene scene) throws StripeException {
      scene.buy("starter", 1, GOOD);
      scene.portal(Map.of("action", "set_card", "card", REFUSES_LATER));
      scene.pass(Duration.ofDays(32));
      scene.portal(Map.of("action", "set_card", "card", GOOD));
      scene.payOpenInvoices();
    }
  },
  UPGRADE_MID_CYCLE("active", "pro") {
    @Override
    void happen(Scene scene) throws StripeException {
      scene.buy("starter", 1, GOOD);
      scene.pass(Duration.ofDays(10));
      scene.change("pro", 2);
    }
  },
  SEATS_DOWN("active", "pro") {
    @Override
    void happen(Scene scene) throws StripeException {
      scene.buy("pro", 5, GOOD);
      scene.pass(Duration.ofDays(3));
      scene.change("pro", 2);
    }
  },
  PORTAL_CANCEL_AND_UNDO("active", "pro") {
    @Override
    void happen(Scene scene) throws StripeException {
      scene.buy("pro", 1, GOOD);
      scene.pass(Duration.ofDays(1));
      scene.portal(Map.of("action", "cancel"));
      scene.pass(Duration.ofHours(1));
      scene.portal(Map.of("action", "undo_cancel"));
    }
  },
  DISPUTE("active", "pro") {
    @Override
    void happen(Scene scene) throws StripeException {
      scene.buy("pro", 1, GOOD);
      Map<?, ?> dispute =
          scene
              .stand()
              .person(
                  "/_test/charges/" + scene.lastCharge() + "/dispute",
                  Map.of("reason", "fraudulent"));
      scene.pass(Duration.ofDays(2));
      scene
          .stand()
          .person("/_test/disputes/" + dispute.get("id") + "/close", Map.of("status", "won"));
    }
  },
  REFUND("active", "pro") {
    @Override
    void happen(Scene scene) throws StripeException {
      scene.buy("pro", 1, GOOD);
      scene.refundLast(1_000);
      scene.refundLast(500);
    }
  },
  PAUSE("active", "pro") {
    @Override
    void happen(Scene scene) throws StripeException {
      scene.buy("pro", 1, GOOD);
      scene.pauseCollection();
      scene.pass(Duration.ofDays(40));
    }
  },
  TWO_CHECKOUTS_AT_ONCE("active", "starter") {
    @Override
    void happen(Scene scene) throws StripeException {
      scene.payTwoPages("starter", "pro");
    }
  },
  CUSTOMER_DELETED("canceled", "pro") {
    @Override
    void happen(Scene scene) throws StripeException {
      scene.buy("pro", 1, GOOD);
      scene.stand().client.v1().customers().delete(scene.customer());
    }
  },
  COMPLIMENTARY_WHO_PAYS("complimentary", "enterprise") {
    @Override
    Grant grant(Instant now) {
      return new Grant.Complimentary("enterprise", now);
    }

    @Override
    void happen(Scene scene) throws StripeException {
      scene.buy("pro", 1, GOOD);
      scene.pass(Duration.ofDays(1));
      scene.cancelNow();
    }
  },
  LAPSE_AND_RETURN("active", "pro") {
    @Override
    void happen(Scene scene) throws StripeException {
      scene.buy("starter", 1, GOOD);
      scene.portal(Map.of("action", "set_card", "card", REFUSES_LATER));
      scene.pass(Duration.ofDays(45));
      scene.learn();
      scene.buy("pro", 1, GOOD);
    }
  };

  static final String GOOD = "4242424242424242";
  static final String REFUSES_LATER = "4000000000000341";

  private final String status;
  private final String plan;

  History(String status, String plan) {
    this.status = status;
    this.plan = plan;
  }

  abstract void happen(Scene scene) throws StripeException;

  Grant grant(Instant now) {
    return new Grant.Given("free", now);
  }

  String status() {
    return status;
  }

  String plan() {
    return plan;
  }

  /** One tenant at the provider. */
  record Scene(Stand stand, Office office) {
    void buy(String plan, int seats, String card) {
      Map<?, ?> paid = stand.pay(office.checkout(plan, seats), card);
      if (!"complete".equals(paid.get("status"))) {
        throw new AssertionError("not paid: " + paid);
      }
    }

    void pass(Duration time) {
      stand.pass(time);
    }

    String customer() {
      return office.books().enrollment().customer().id().orElseThrow();
    }

    /** As a webhook would have told us by now; where our side must know to go on. */
    void learn() {
      office.refreshing().refresh(office.books().enrollment().tenant(), customer());
    }

    void portal(Map<String, String> action) throws StripeException {
      String session =
          stand
              .client
              .v1()
              .billingPortal()
              .sessions()
              .create(SessionCreateParams.builder().setCustomer(customer()).build())
              .getId();
      Map<?, ?> answer = stand.person("/_test/portal/" + session, action);
      if (answer.containsKey("error")) {
        throw new AssertionError("the portal refused: " + answer);
      }
    }

    void change(String plan, int seats) {
      learn();
      ChangingSubscription.Outcome outcome =
          office
              .changing()
              .change(
                  office.books().member(),
                  new ChangingSubscription.Wish(
                      Optional.of(plan), OptionalInt.of(seats), Optional.empty()),
                  Office.browser());
      if (!(outcome instanceof ChangingSubscription.Changed)) {
        throw new AssertionError("not changed: " + outcome);
      }
    }

    String subscription() throws StripeException {
      return stand
          .client
          .v1()
          .subscriptions()
          .list(SubscriptionListParams.builder().setCustomer(customer()).build())
          .getData()
          .getFirst()
          .getId();
    }

    void pauseCollection() throws StripeException {
      stand
          .client
          .v1()
          .subscriptions()
          .update(
              subscription(),
              SubscriptionUpdateParams.builder()
                  .setPauseCollection(
                      SubscriptionUpdateParams.PauseCollection.builder()
                          .setBehavior(SubscriptionUpdateParams.PauseCollection.Behavior.VOID)
                          .build())
                  .build());
    }

    void cancelNow() throws StripeException {
      stand.client.v1().subscriptions().cancel(subscription());
    }

    void payOpenInvoices() throws StripeException {
      for (var invoice :
          stand
              .client
              .v1()
              .invoices()
              .list(
                  InvoiceListParams.builder()
                      .setCustomer(customer())
                      .setStatus(InvoiceListParams.Status.OPEN)
                      .build())
              .getData()) {
        stand.client.v1().invoices().pay(invoice.getId());
      }
    }

    String lastCharge() throws StripeException {
      return stand
          .client
          .v1()
          .charges()
          .list(ChargeListParams.builder().setCustomer(customer()).build())
          .getData()
          .getFirst()
          .getId();
    }

    void refundLast(long cents) throws StripeException {
      stand
          .client
          .v1()
          .refunds()
          .create(RefundCreateParams.builder().setCharge(lastCharge()).setAmount(cents).build());
    }

    /** A page that was opened before is paid in another window at the same moment. */
    void payTwoPages(String first, String second) {
      var page = office.checkout(first, 1);
      Books other = office.books().copy().withoutCheckout();
      var otherPage = Office.over(stand, other).checkoutUnderAnotherKey(second);
      stand.pay(page, GOOD);
      stand.hand.pass(Duration.ofSeconds(1));
      stand.pay(otherPage, GOOD);
    }
  }

  /** What the books must say, asked as the API asks. */
  Subscription subscription(Books books, Stand stand) {
    return books.enrollment().at(stand.hand.now(), stand.edition.terms());
  }
}
