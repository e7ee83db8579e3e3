package dev.tollgate.stripe;

import com.stripe.model.Invoice;
import com.stripe.model.InvoicePayment;
import com.stripe.model.Refund;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.RefundCreateParams;
import java.util.List;
import java.util.Set;

/** Refunds everything that was ever paid for a subscription; safe to repeat. */
final class GivingBack {
  /** It went back before, or the bank took it back. */
  private static final Set<String> DONE = Set.of("charge_already_refunded", "charge_disputed");

  private final StripeApi api;

  GivingBack(StripeApi api) {
    this.api = api;
  }

  void all(String subscription, String key) {
    for (Invoice invoice : invoices(subscription)) {
      for (InvoicePayment paid : payments(invoice.getId())) {
        refund(paid.getPayment(), key);
      }
    }
  }

  private void refund(InvoicePayment.Payment payment, String key) {
    RefundCreateParams.Builder refund =
        RefundCreateParams.builder().setReason(RefundCreateParams.Reason.DUPLICATE);
    String paidBy;
    if (payment.getPaymentIntent() != null) {
      paidBy = payment.getPaymentIntent();
      refund.setPaymentIntent(paidBy);
    } else if (payment.getCharge() != null) {
      paidBy = payment.getCharge();
      refund.setCharge(paidBy);
    } else {
      return; // paid outside Stripe
    }
    Reply<Refund> reply =
        api.ask(
            "refund a payment",
            stripe ->
                stripe
                    .v1()
                    .refunds()
                    .create(refund.build(), StripeApi.keyed(key + "-refund-" + paidBy)));
    if (!(reply instanceof Reply.Refused<Refund> refused && DONE.contains(refused.code()))) {
      reply.orBug("refund a payment");
    }
  }

  private List<Invoice> invoices(String subscription) {
    InvoiceListParams all =
        InvoiceListParams.builder().setSubscription(subscription).setLimit(StripeApi.PAGE).build();
    return api.call("list invoices", stripe -> StripeApi.all(stripe.v1().invoices().list(all)));
  }

  private List<InvoicePayment> payments(String invoice) {
    InvoicePaymentListParams paid =
        InvoicePaymentListParams.builder()
            .setInvoice(invoice)
            .setStatus(InvoicePaymentListParams.Status.PAID)
            .setLimit(StripeApi.PAGE)
            .build();
    return api.call(
        "list payments", stripe -> StripeApi.all(stripe.v1().invoicePayments().list(paid)));
  }
}
