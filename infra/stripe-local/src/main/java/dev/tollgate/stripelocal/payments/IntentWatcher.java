package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Work;

/**
 * Told, within the same unit of work, what became of a payment or setup intent whose outcome came
 * later or from elsewhere than the caller who made it: the buyer authenticated, confirmed it with
 * the client secret, or a bank debit arrived.
 */
public interface IntentWatcher {
  /** The intent succeeded, or for manual capture its amount is reserved. */
  void succeeded(Work work, ObjectNode intent);

  /** The intent waits for another payment method, or was canceled. */
  void failed(Work work, ObjectNode intent);
}
