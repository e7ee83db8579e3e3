package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.payments.Refusal;

/** What became of a buyer's attempt. */
sealed interface Outcome {
  /** The session is complete. */
  record Completed() implements Outcome {}

  /** The card was refused, or the form is wrong; the session stays open. */
  record Declined(Refusal refusal) implements Outcome {}

  /** The buyer must authenticate; the intent says where. */
  record ActionRequired(ObjectNode intent) implements Outcome {}
}
