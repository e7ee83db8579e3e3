package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.invoices.Invoices;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.List;

/** Takes a subscription whose trial ended without a payment method out of its pause. */
final class Resuming {
  private final Invoices invoices;
  private final Changing changing;
  private final Planning planning;

  Resuming(Invoices invoices, Changing changing, Planning planning) {
    this.invoices = invoices;
    this.changing = changing;
    this.planning = planning;
  }

  /** A new cycle begins now and is billed; the pause lasts until that invoice is paid. */
  void resume(Work work, ObjectNode subscription, Proration proration) {
    if (!subscription.path("status").asText().equals("paused")) {
      throw StripeError.invalid(
          "Only paused subscriptions can be resumed. This subscription is %s."
              .formatted(subscription.path("status").asText()),
          null);
    }
    SubscriptionChange anew =
        new SubscriptionChange(
            List.of(),
            new SubscriptionChange.Timing.AnchorNow(),
            proration,
            null,
            PaymentBehavior.ALLOW_INCOMPLETE,
            false);
    var invoice = changing.draft(work, subscription, anew);
    if (invoice.isEmpty()) {
      subscription.put("status", "active");
      work.emit("customer.subscription.updated", subscription);
      work.emit("customer.subscription.resumed", subscription);
      planning.plan(work, subscription);
      return;
    }
    ObjectNode bill = invoice.get();
    subscription.put(Standing.RESUMED_BY, bill.path("id").asText());
    invoices.onlyOnce(bill);
    work.emit("customer.subscription.updated", subscription);
    invoices.finalize(work, bill);
    if (Invoices.isOpen(bill)) {
      invoices.collect(work, bill, null, false);
    }
  }
}
