package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Work;

/** Told what became of an invoice that belongs to a subscription, within the same unit of work. */
public interface InvoiceWatcher {
  /** The invoice became paid: by a payment, at nothing to pay, or out of band. */
  void paid(Work work, ObjectNode invoice);

  /** An attempt to collect it failed or waits for the buyer; more attempts may follow. */
  void attemptFailed(Work work, ObjectNode invoice);

  /** The last attempt has failed: what happens now is a setting of the account. */
  void exhausted(Work work, ObjectNode invoice);

  /** It was voided or marked uncollectible and will bring no money. */
  void writtenOff(Work work, ObjectNode invoice);
}
