package dev.tollgate.stripe;

import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData;
import dev.tollgate.core.billing.Checkouts;
import java.net.URI;

/** Stripe's hosted checkout page, in subscription mode. */
final class StripeCheckouts implements Checkouts {
  private static final String OPEN = "open";

  private final StripeApi api;

  StripeCheckouts(StripeApi api) {
    this.api = api;
  }

  @Override
  public Outcome open(Order order, String key) {
    Reply<Session> reply =
        api.ask(
            "open a checkout",
            stripe ->
                stripe.v1().checkout().sessions().create(session(order), StripeApi.keyed(key)));
    if (reply instanceof Reply.KeyTaken<Session>) {
      return new Outcome.KeyTaken();
    }
    Session session = reply.orBug("open a checkout");
    return new Outcome.Opened(session.getId(), URI.create(session.getUrl()));
  }

  @Override
  public boolean isOpen(String id) {
    return api.find("show a checkout", stripe -> stripe.v1().checkout().sessions().retrieve(id))
        .filter(session -> OPEN.equals(session.getStatus()))
        .isPresent();
  }

  @Override
  public void close(String id) {
    Reply<Session> reply =
        api.ask("close a checkout", stripe -> stripe.v1().checkout().sessions().expire(id));
    if (reply instanceof Reply.Refused<Session> && !isOpen(id)) {
      return; // paid or closed in the meantime
    }
    reply.orBug("close a checkout");
  }

  private static SessionCreateParams session(Order order) {
    SessionCreateParams.Builder session =
        SessionCreateParams.builder()
            .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
            .setUiMode(SessionCreateParams.UiMode.HOSTED_PAGE)
            .setCustomer(order.customer())
            .setClientReferenceId(order.tenant().value())
            .setPaymentMethodCollection(SessionCreateParams.PaymentMethodCollection.ALWAYS)
            .setSubscriptionData(terms(order))
            .setSuccessUrl(order.onSuccess().toString())
            .setCancelUrl(order.onCancel().toString());
    order.lines().forEach(line -> session.addLineItem(item(line)));
    return session.build();
  }

  private static SubscriptionData terms(Order order) {
    SubscriptionData.Builder terms =
        SubscriptionData.builder()
            .putMetadata(Metadata.TENANT, order.tenant().value())
            .putMetadata(Metadata.PLAN, order.plan());
    order.trialEnd().ifPresent(end -> terms.setTrialEnd(end.getEpochSecond()));
    return terms.build();
  }

  private static LineItem item(Line line) {
    LineItem.Builder item = LineItem.builder().setPrice(line.price());
    line.quantity().ifPresent(quantity -> item.setQuantity((long) quantity));
    return item.build();
  }
}
