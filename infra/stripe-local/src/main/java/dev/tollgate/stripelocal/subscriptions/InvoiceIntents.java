package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.invoices.Collecting;
import dev.tollgate.stripelocal.invoices.Invoices;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.payments.IntentWatcher;
import java.util.Optional;

/** Tells invoices what became of their intents when the buyer confirmed them, not the stand-in. */
public final class InvoiceIntents implements IntentWatcher {
  private final Invoices invoices;

  public InvoiceIntents(Invoices invoices) {
    this.invoices = invoices;
  }

  @Override
  public void succeeded(Work work, ObjectNode intent) {
    invoiceOf(work, intent).ifPresent(invoice -> invoices.settled(work, invoice, intent));
  }

  /** A canceled intent is no failed attempt. */
  @Override
  public void failed(Work work, ObjectNode intent) {
    if (!intent.path("status").asText().equals("canceled")) {
      invoiceOf(work, intent).ifPresent(invoice -> invoices.declined(work, invoice, intent));
    }
  }

  private static Optional<ObjectNode> invoiceOf(Work work, ObjectNode intent) {
    return Optional.ofNullable(Json.text(intent, Collecting.INVOICE))
        .flatMap(id -> work.find(Kind.INVOICE, id));
  }
}
