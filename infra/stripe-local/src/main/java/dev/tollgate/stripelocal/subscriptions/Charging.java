package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.invoices.Collecting.Outcome;
import dev.tollgate.stripelocal.invoices.Invoices;
import dev.tollgate.stripelocal.invoices.PaymentErrors;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.Optional;

/** Collects an invoice of a start or a change at once, as the payment behavior asks. */
final class Charging {
  private final Invoices invoices;

  Charging(Invoices invoices) {
    this.invoices = invoices;
  }

  /**
   * Opens the draft and tries to collect it; afterwards it is paid, or open, or the request has
   * failed.
   */
  void charge(Work work, ObjectNode invoice, PaymentBehavior behavior, boolean offSession) {
    invoices.finalize(work, invoice);
    if (!Invoices.isOpen(invoice)) {
      return;
    }
    if (!Invoices.isAutomatic(invoice)) {
      invoices.send(work, invoice);
      return;
    }
    switch (behavior) {
      case DEFAULT_INCOMPLETE -> invoices.awaitBuyer(work, invoice);
      case ERROR_IF_INCOMPLETE -> {
        Optional<Outcome> outcome = invoices.collect(work, invoice, null, offSession);
        PaymentErrors.of(outcome, "subscription")
            .ifPresent(
                error -> {
                  throw error;
                });
      }
      case ALLOW_INCOMPLETE, PENDING_IF_INCOMPLETE -> {
        if (invoices.methodFor(work, invoice).isEmpty()) {
          throw PaymentErrors.noMethod();
        }
        invoices.collect(work, invoice, null, offSession);
      }
    }
  }
}
