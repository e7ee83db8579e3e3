package dev.tollgate.stripe;

import com.stripe.model.Invoice;
import com.stripe.model.InvoicePayment;
import com.stripe.model.StripeError;
import com.stripe.param.InvoiceRetrieveParams;
import dev.tollgate.core.billing.Happening;
import dev.tollgate.core.billing.Happenings.Told;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.kernel.Money;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What there is to tell of an invoice: it is paid, or it waits and for whom. */
final class InvoiceNews {
  private static final String REQUIRES_ACTION = "requires_action";

  private final StripeApi api;

  InvoiceNews(StripeApi api) {
    this.api = api;
  }

  Told tell(ProviderEvent event) {
    InvoiceRetrieveParams withPayments =
        InvoiceRetrieveParams.builder().addExpand("payments").build();
    Optional<Invoice> found =
        api.find(
            "show an invoice",
            stripe -> stripe.v1().invoices().retrieve(event.subject(), withPayments));
    return found
        .map(
            invoice ->
                new Told(
                    StripeHappenings.customer(event, invoice.getCustomer()),
                    news(event, invoice).map(List::of).orElse(List.of())))
        .orElseGet(() -> StripeHappenings.customerOnly(event));
  }

  private Optional<Happening> news(ProviderEvent event, Invoice invoice) {
    return switch (Optional.ofNullable(invoice.getStatus()).orElse("")) {
      case "paid" -> Optional.of(paid(event, invoice));
      case "open" -> waiting(invoice);
      case "draft" -> stuck(invoice);
      default -> Optional.empty();
    };
  }

  /** For its customer's bank, or for a better card. */
  private Optional<Happening> waiting(Invoice invoice) {
    if (awaitsConfirmation(invoice)) {
      return Optional.of(new Happening.ActionRequired(invoice.getId(), due(invoice), url(invoice)));
    }
    return attempts(invoice) > 0 ? Optional.of(failed(invoice)) : Optional.empty();
  }

  private static Happening paid(ProviderEvent event, Invoice invoice) {
    Optional<Instant> at =
        Optional.ofNullable(invoice.getStatusTransitions())
            .flatMap(when -> Wire.maybe(when.getPaidAt()));
    return new Happening.InvoicePaid(
        invoice.getId(),
        Wire.text(invoice.getNumber()).orElse(invoice.getId()),
        Wire.money(invoice.getAmountPaid(), invoice.getCurrency()),
        at.orElse(event.createdAt()),
        url(invoice));
  }

  private static Happening failed(Invoice invoice) {
    return new Happening.InvoiceFailed(
        invoice.getId(),
        due(invoice),
        attempts(invoice),
        Wire.maybe(invoice.getNextPaymentAttempt()),
        url(invoice));
  }

  private static Optional<Happening> stuck(Invoice invoice) {
    StripeError error = invoice.getLastFinalizationError();
    return error == null
        ? Optional.empty()
        : Optional.of(
            new Happening.Alarm(
                "invoice "
                    + invoice.getId()
                    + " could not be finalized: "
                    + Wire.text(error.getCode()).orElse("no code")));
  }

  /** An invoice may have several payments; the one that counts is its default. */
  private boolean awaitsConfirmation(Invoice invoice) {
    return invoice.getPayments() != null
        && invoice.getPayments().getData().stream()
            .filter(payment -> "open".equals(payment.getStatus()))
            .map(InvoicePayment::getPayment)
            .flatMap(payment -> Wire.text(payment.getPaymentIntent()).stream())
            .anyMatch(this::awaitsConfirmation);
  }

  private boolean awaitsConfirmation(String intent) {
    return api.find("show a payment", stripe -> stripe.v1().paymentIntents().retrieve(intent))
        .filter(found -> REQUIRES_ACTION.equals(found.getStatus()))
        .isPresent();
  }

  private static Money due(Invoice invoice) {
    return Wire.money(invoice.getAmountRemaining(), invoice.getCurrency());
  }

  private static int attempts(Invoice invoice) {
    return invoice.getAttemptCount() == null ? 0 : invoice.getAttemptCount().intValue();
  }

  private static Optional<URI> url(Invoice invoice) {
    return Wire.uri(invoice.getHostedInvoiceUrl());
  }
}
