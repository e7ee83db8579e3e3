package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How invoices get their money; payments implement it. The payment intent in use is the invoice's
 * internal field {@link #INTENT}: an attempt goes on with that one when it is still open, and makes
 * one when there is none. Every intent made here carries the invoice's id in its own internal field
 * {@link #INVOICE}; when such an intent succeeds or fails outside {@link #pay} (confirmed by the
 * buyer, a delayed method), the payments room calls {@code Invoices.settled} or {@code
 * Invoices.declined}.
 */
public interface Collecting {
  /** Internal field of an invoice: the id of the payment intent that collects it. */
  String INTENT = "_payment_intent";

  /** Internal field of a payment intent: the id of the invoice it pays. */
  String INVOICE = "_invoice";

  /**
   * An intent over {@code amount_remaining} that waits for a payment method: what the buyer
   * confirms by its client secret.
   */
  ObjectNode prepare(Work work, ObjectNode invoice);

  /**
   * One attempt to collect {@code amount_remaining}: intent, charge and their events, but nothing
   * of the invoice's.
   */
  Outcome pay(Work work, ObjectNode invoice, ObjectNode paymentMethod, boolean offSession);

  /**
   * The subscription's own default method, else the customer's invoice default; empty when there is
   * neither.
   */
  Optional<ObjectNode> defaultMethod(
      Work work, ObjectNode customer, @Nullable ObjectNode subscription);

  /** A payment method of a card number typed on a hosted page, attached to the customer. */
  ObjectNode methodOf(Work work, ObjectNode customer, String cardNumber);

  /** The intent will not be needed any more: its invoice was voided or paid otherwise. */
  void cancel(Work work, ObjectNode intent);

  /** What became of an attempt. */
  sealed interface Outcome {
    ObjectNode intent();

    /** The money is there. */
    record Paid(ObjectNode intent) implements Outcome {}

    /** Refused; a hard decline is not tried again by itself. */
    record Declined(ObjectNode intent, String code, @Nullable String declineCode, String message)
        implements Outcome {}

    /** The buyer must authenticate. */
    record ActionRequired(ObjectNode intent) implements Outcome {}
  }
}
