package dev.tollgate.stripe;

import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.InvoicePayParams;
import com.stripe.param.SubscriptionCreateParams;
import com.stripe.param.SubscriptionCreateParams.PaymentSettings;
import dev.tollgate.core.billing.Charges;
import dev.tollgate.core.billing.Checkouts;
import dev.tollgate.core.kernel.Fingerprint;
import java.util.Optional;

/**
 * Charges without anybody at a page. A subscription is begun as {@code default_incomplete}: its
 * request is then the same whether there is a card or not, so that one key always means one
 * subscription, and its invoice is open with a page of its own before anything is charged.
 */
final class StripeCharges implements Charges {
  private final StripeApi api;

  StripeCharges(StripeApi api) {
    this.api = api;
  }

  @Override
  public String begin(Order order, String key) {
    Reply<Subscription> reply = create(order, key);
    if (reply instanceof Reply.KeyTaken<Subscription>) {
      // The same, at other prices or of a customer that is gone: nothing came of it.
      reply = create(order, key + "-" + Fingerprint.of(order.toString()).value());
    }
    return reply.orBug("begin a subscription").getId();
  }

  private Reply<Subscription> create(Order order, String key) {
    return api.ask(
        "begin a subscription",
        stripe -> stripe.v1().subscriptions().create(subscription(order), StripeApi.keyed(key)));
  }

  /** What pays the first invoice, on its page or by us, pays the renewals. */
  private static SubscriptionCreateParams subscription(Order order) {
    SubscriptionCreateParams.Builder subscription =
        SubscriptionCreateParams.builder()
            .setCustomer(order.customer())
            .setPaymentBehavior(SubscriptionCreateParams.PaymentBehavior.DEFAULT_INCOMPLETE)
            .setPaymentSettings(
                PaymentSettings.builder()
                    .setSaveDefaultPaymentMethod(
                        PaymentSettings.SaveDefaultPaymentMethod.ON_SUBSCRIPTION)
                    .build())
            .putMetadata(Metadata.TENANT, order.tenant().value())
            .putMetadata(Metadata.PLAN, order.plan());
    order.lines().forEach(line -> subscription.addItem(item(line)));
    return subscription.build();
  }

  private static SubscriptionCreateParams.Item item(Checkouts.Line line) {
    SubscriptionCreateParams.Item.Builder item =
        SubscriptionCreateParams.Item.builder().setPrice(line.price());
    line.quantity().ifPresent(quantity -> item.setQuantity((long) quantity));
    return item.build();
  }

  @Override
  public void pay(String contract, String key) {
    Optional<Invoice> open = open(contract);
    if (open.isEmpty()) {
      return;
    }
    InvoicePayParams alone = InvoicePayParams.builder().setOffSession(true).build();
    Reply<Invoice> reply =
        api.ask(
            "charge an invoice",
            stripe -> stripe.v1().invoices().pay(open.get().getId(), alone, StripeApi.keyed(key)));
    if (reply instanceof Reply.Refused<Invoice> refused && !lacksCard(refused)) {
      refused.orBug("charge an invoice");
    }
  }

  /** Or somebody paid at the same time: no value of the request is at fault. */
  private static boolean lacksCard(Reply.Refused<Invoice> refused) {
    return refused.status() == 400 && refused.field().isEmpty();
  }

  @Override
  public Optional<Owed> owed(String contract) {
    return open(contract)
        .map(
            invoice ->
                new Owed(
                    invoice.getId(),
                    Wire.money(invoice.getAmountRemaining(), invoice.getCurrency()),
                    Wire.maybe(invoice.getNextPaymentAttempt()),
                    Wire.uri(invoice.getHostedInvoiceUrl())));
  }

  /** The newest, whose payment makes a subscription active again. */
  private Optional<Invoice> open(String contract) {
    InvoiceListParams newest =
        InvoiceListParams.builder()
            .setSubscription(contract)
            .setStatus(InvoiceListParams.Status.OPEN)
            .setLimit(1L)
            .build();
    return api.find("list invoices", stripe -> stripe.v1().invoices().list(newest))
        .flatMap(page -> page.getData().stream().findFirst());
  }
}
