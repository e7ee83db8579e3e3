package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.payments.Finishing;
import dev.tollgate.stripelocal.payments.Refusal;

/** Steps that a page and its test door share. */
final class Pages {
  private Pages() {}

  static void authenticated(Finishing finishing, Work work, ObjectNode intent, boolean success) {
    if (isSetup(intent)) {
      finishing.authenticatedSetup(work, intent, success);
    } else {
      finishing.authenticated(work, intent, success);
    }
  }

  /** Why the last attempt of an intent failed. */
  static Refusal refusalOf(ObjectNode intent) {
    JsonNode error = intent.path(isSetup(intent) ? "last_setup_error" : "last_payment_error");
    return new Refusal(
        String.valueOf(Json.text(error, "code")),
        Json.text(error, "decline_code"),
        String.valueOf(Json.text(error, "message")),
        null);
  }

  static boolean isSetup(ObjectNode intent) {
    return "setup_intent".equals(Json.text(intent, "object"));
  }
}
