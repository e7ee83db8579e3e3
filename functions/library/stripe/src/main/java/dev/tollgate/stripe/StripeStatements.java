package dev.tollgate.stripe;

import com.stripe.model.InvoiceLineItem;
import com.stripe.model.PaymentMethod;
import com.stripe.model.StripeCollection;
import com.stripe.model.Subscription;
import com.stripe.param.CustomerPaymentMethodListParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.SubscriptionListParams;
import dev.tollgate.core.billing.Statements;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads invoices and cards of one customer, as they are at this moment. */
final class StripeStatements implements Statements {
  /** A cursor is the id of the last invoice of a page, and comes back from a browser. */
  private static final Pattern CURSOR = Pattern.compile("in_[A-Za-z0-9]{1,200}");

  private final StripeApi api;

  StripeStatements(StripeApi api) {
    this.api = api;
  }

  @Override
  public Page invoices(String customer, int limit, Optional<String> cursor) {
    if (cursor.filter(given -> !CURSOR.matcher(given).matches()).isPresent()) {
      return new Page(List.of(), Optional.empty());
    }
    InvoiceListParams.Builder some =
        InvoiceListParams.builder().setCustomer(customer).setLimit(Math.min(limit, StripeApi.PAGE));
    cursor.ifPresent(some::setStartingAfter);
    Reply<StripeCollection<com.stripe.model.Invoice>> reply =
        api.ask("list invoices", stripe -> stripe.v1().invoices().list(some.build()));
    if (reply instanceof Reply.Refused<StripeCollection<com.stripe.model.Invoice>> refused
        && refused.code().equals("resource_missing")) {
      return new Page(List.of(), Optional.empty()); // no such customer, or no such place to go on
    }
    StripeCollection<com.stripe.model.Invoice> page = reply.orBug("list invoices");
    List<Invoice> invoices = page.getData().stream().map(StripeStatements::read).toList();
    return new Page(
        invoices,
        Boolean.TRUE.equals(page.getHasMore()) && !invoices.isEmpty()
            ? Optional.of(invoices.getLast().id())
            : Optional.empty());
  }

  private static Invoice read(com.stripe.model.Invoice invoice) {
    String currency = invoice.getCurrency();
    Optional<InvoiceLineItem.Period> period = period(invoice);
    return new Invoice(
        invoice.getId(),
        Wire.text(invoice.getNumber()),
        Optional.ofNullable(invoice.getStatus()).orElse("draft"),
        Wire.money(invoice.getTotal(), currency),
        Wire.money(invoice.getAmountPaid(), currency),
        Wire.money(invoice.getAmountRemaining(), currency),
        Wire.instant(invoice.getCreated()),
        period.map(InvoiceLineItem.Period::getStart).map(Wire::instant).orElse(start(invoice)),
        period.map(InvoiceLineItem.Period::getEnd).map(Wire::instant).orElse(end(invoice)),
        Wire.uri(invoice.getHostedInvoiceUrl()),
        Wire.uri(invoice.getInvoicePdf()));
  }

  /** The period that is paid ahead; the invoice's own is the one that lies behind it. */
  private static Optional<InvoiceLineItem.Period> period(com.stripe.model.Invoice invoice) {
    return invoice.getLines() == null
        ? Optional.empty()
        : invoice.getLines().getData().stream()
            .map(InvoiceLineItem::getPeriod)
            .filter(each -> each != null && each.getEnd() != null)
            .max(Comparator.comparing(InvoiceLineItem.Period::getEnd));
  }

  private static Instant start(com.stripe.model.Invoice invoice) {
    return Wire.maybe(invoice.getPeriodStart()).orElse(Wire.instant(invoice.getCreated()));
  }

  private static Instant end(com.stripe.model.Invoice invoice) {
    return Wire.maybe(invoice.getPeriodEnd()).orElse(Wire.instant(invoice.getCreated()));
  }

  @Override
  public List<Card> cards(String customer) {
    CustomerPaymentMethodListParams cards =
        CustomerPaymentMethodListParams.builder()
            .setType(CustomerPaymentMethodListParams.Type.CARD)
            .setLimit(StripeApi.PAGE)
            .build();
    List<PaymentMethod> found =
        api.find(
                "list cards",
                stripe ->
                    StripeApi.all(stripe.v1().customers().paymentMethods().list(customer, cards)))
            .orElse(List.of());
    if (found.isEmpty()) {
      return List.of();
    }
    Optional<String> main = main(customer);
    return found.stream()
        .filter(method -> method.getCard() != null)
        .map(method -> card(method, main))
        .toList();
  }

  private static Card card(PaymentMethod method, Optional<String> main) {
    PaymentMethod.Card card = method.getCard();
    return new Card(
        method.getId(),
        Wire.text(card.getBrand()).orElse("unknown"),
        Wire.text(card.getLast4()).orElse(""),
        card.getExpMonth().intValue(),
        card.getExpYear().intValue(),
        main.filter(method.getId()::equals).isPresent());
  }

  /** A subscription's own card, which Checkout sets, goes before the customer's. */
  private Optional<String> main(String customer) {
    SubscriptionListParams running = SubscriptionListParams.builder().setCustomer(customer).build();
    Optional<String> subscribed =
        api
            .call("list subscriptions", stripe -> stripe.v1().subscriptions().list(running))
            .getData()
            .stream()
            .map(Subscription::getDefaultPaymentMethod)
            .flatMap(id -> Wire.text(id).stream())
            .findFirst();
    return subscribed.or(
        () ->
            api.find("show a customer", stripe -> stripe.v1().customers().retrieve(customer))
                .flatMap(found -> Optional.ofNullable(found.getInvoiceSettings()))
                .flatMap(settings -> Wire.text(settings.getDefaultPaymentMethod())));
  }
}
