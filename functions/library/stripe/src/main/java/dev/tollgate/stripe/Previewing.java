package dev.tollgate.stripe;

import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.Subscription;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.InvoiceCreatePreviewParams.PreviewMode;
import com.stripe.param.InvoiceCreatePreviewParams.SubscriptionDetails;
import com.stripe.param.InvoiceCreatePreviewParams.SubscriptionDetails.ProrationBehavior;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks Stripe to reckon, so that what is shown is to the cent what is charged. */
final class Previewing {
  /** Stripe's word for an invoice that there will not be. */
  private static final String NONE = "invoice_upcoming_none";

  private final StripeApi api;

  Previewing(StripeApi api) {
    this.api = api;
  }

  Contracts.Preview preview(Subscription subscription, Contracts.Change change) {
    Optional<Invoice> now = foresee(subscription, atOnce(subscription, change), PreviewMode.NEXT);
    Optional<Invoice> next =
        foresee(subscription, later(subscription, change), PreviewMode.RECURRING);
    String currency = subscription.getCurrency();
    return new Contracts.Preview(
        Wire.money(now.map(Previewing::due).orElse(0L), currency),
        Wire.money(now.map(Previewing::credit).orElse(0L), currency),
        Wire.money(next.map(Invoice::getTotal).orElse(0L), currency),
        nextAt(subscription),
        now.map(invoice -> lines(invoice, currency)).orElse(List.of()));
  }

  /** The invoice that the change itself brings. */
  private static SubscriptionDetails atOnce(Subscription subscription, Contracts.Change change) {
    return items(subscription, change)
        .setProrationBehavior(ProrationBehavior.ALWAYS_INVOICE)
        .setProrationDate(change.at().getEpochSecond())
        .build();
  }

  /** The regular one after it: the difference was charged by then. */
  private static SubscriptionDetails later(Subscription subscription, Contracts.Change change) {
    return items(subscription, change).setProrationBehavior(ProrationBehavior.NONE).build();
  }

  private static SubscriptionDetails.Builder items(
      Subscription subscription, Contracts.Change change) {
    SubscriptionDetails.Builder details = SubscriptionDetails.builder();
    ItemChange.of(subscription, change).forEach(item -> details.addItem(item.foreseen()));
    return details;
  }

  private Optional<Invoice> foresee(
      Subscription subscription, SubscriptionDetails details, PreviewMode mode) {
    InvoiceCreatePreviewParams preview =
        InvoiceCreatePreviewParams.builder()
            .setSubscription(subscription.getId())
            .setSubscriptionDetails(details)
            .setPreviewMode(mode)
            .build();
    Reply<Invoice> reply =
        api.ask("preview a change", stripe -> stripe.v1().invoices().createPreview(preview));
    return reply instanceof Reply.Refused<Invoice> refused && refused.code().equals(NONE)
        ? Optional.empty()
        : Optional.of(reply.orBug("preview a change"));
  }

  private static long due(Invoice invoice) {
    return Math.max(0, invoice.getAmountDue());
  }

  private static long credit(Invoice invoice) {
    return Math.max(0, -invoice.getTotal());
  }

  private static Instant nextAt(Subscription subscription) {
    return Wire.instant(ContractReader.licensed(subscription).getCurrentPeriodEnd());
  }

  private static List<Contracts.Line> lines(Invoice invoice, String currency) {
    return invoice.getLines().getData().stream()
        .map(
            line ->
                new Contracts.Line(
                    Wire.text(line.getDescription()).orElse(""),
                    amount(line, currency),
                    isProration(line)))
        .toList();
  }

  private static Money amount(InvoiceLineItem line, String currency) {
    return Wire.money(line.getAmount(), currency);
  }

  private static boolean isProration(InvoiceLineItem line) {
    InvoiceLineItem.Parent parent = line.getParent();
    if (parent == null) {
      return false;
    }
    return (parent.getSubscriptionItemDetails() != null
            && Boolean.TRUE.equals(parent.getSubscriptionItemDetails().getProration()))
        || (parent.getInvoiceItemDetails() != null
            && Boolean.TRUE.equals(parent.getInvoiceItemDetails().getProration()));
  }
}
