package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.time.Duration;

/**
 * Charges: one attempt of an intent to get its money, authorised, captured, released or refused.
 */
final class Charges {
  /** How long the issuer keeps an amount reserved for a merchant who has not captured it. */
  static final Duration AUTHORIZATION = Duration.ofDays(7);

  /** Reserves the amount; nothing is taken yet. */
  ObjectNode authorize(Work work, ObjectNode intent, ObjectNode method) {
    ObjectNode fields = attempt(intent, method).put("paid", true);
    fields.set("outcome", outcome("approved_by_network", null, "authorized"));
    card(fields).put("capture_before", work.nowOf(intent) + AUTHORIZATION.toSeconds());
    ObjectNode charge = work.add(Kind.CHARGE, fields);
    work.emit("charge.succeeded", charge);
    return charge;
  }

  /** Takes the whole amount at once. */
  ObjectNode take(Work work, ObjectNode intent, ObjectNode method) {
    ObjectNode fields = attempt(intent, method).put("paid", true).put("captured", true);
    fields.put("amount_captured", fields.path("amount").longValue());
    fields.put("balance_transaction", work.newId("txn_"));
    fields.set("outcome", outcome("approved_by_network", null, "authorized"));
    ObjectNode charge = work.add(Kind.CHARGE, fields);
    work.emit("charge.succeeded", charge);
    return charge;
  }

  /** The money is on its way and may still not come: a bank debit. */
  ObjectNode pend(Work work, ObjectNode intent, ObjectNode method) {
    ObjectNode fields = attempt(intent, method).put("status", "pending").put("captured", true);
    ObjectNode charge = work.add(Kind.CHARGE, fields);
    work.emit("charge.pending", charge);
    return charge;
  }

  void arrive(Work work, ObjectNode charge) {
    charge.put("status", "succeeded").put("paid", true);
    charge.put("amount_captured", charge.path("amount").longValue());
    charge.put("balance_transaction", work.newId("txn_"));
    charge.set("outcome", outcome("approved_by_network", null, "authorized"));
    work.emit("charge.succeeded", charge);
  }

  void fail(Work work, ObjectNode charge, Refusal refusal) {
    refuse(charge, refusal);
    work.emit("charge.failed", charge);
  }

  /** Records an attempt that the issuer refused. */
  ObjectNode refused(Work work, ObjectNode intent, ObjectNode method, Refusal refusal) {
    ObjectNode charge = work.add(Kind.CHARGE, refuse(attempt(intent, method), refusal));
    work.emit("charge.failed", charge);
    return charge;
  }

  /** Takes up to what was reserved; the rest of the reservation lapses. */
  void capture(Work work, ObjectNode charge, long amount) {
    charge.put("captured", true).put("amount_captured", amount);
    charge.put("balance_transaction", work.newId("txn_"));
    work.emit("charge.captured", charge);
  }

  /**
   * Gives the reservation back: as a refund of what was never taken, which is how Stripe shows it.
   */
  void release(Work work, ObjectNode charge) {
    charge.put("refunded", true).put("amount_refunded", charge.path("amount").longValue());
    work.emit("charge.refunded", charge);
  }

  /** The issuer dropped the reservation because nobody captured it in time. */
  void expire(Work work, ObjectNode charge) {
    charge.put("refunded", true).put("amount_refunded", charge.path("amount").longValue());
    work.emit("charge.expired", charge);
  }

  private static ObjectNode attempt(ObjectNode intent, ObjectNode method) {
    ObjectNode charge = Blank.CHARGE.fresh();
    charge.put("amount", intent.path("amount").longValue());
    for (String same :
        new String[] {
          "currency", "customer", "description", "receipt_email", "shipping", "statement_descriptor"
        }) {
      charge.set(same, intent.path(same).deepCopy());
    }
    charge.set("metadata", intent.path("metadata").deepCopy());
    charge.put("payment_intent", intent.path("id").textValue());
    charge.put("payment_method", method.path("id").textValue());
    charge.set("billing_details", method.path("billing_details").deepCopy());
    charge.putObject("payment_method_details").put("type", "card").set("card", cardOf(method));
    charge.put("_conduct", Json.text(method, "_conduct"));
    return charge;
  }

  private static ObjectNode cardOf(ObjectNode method) {
    ObjectNode card = Json.object();
    for (String same :
        new String[] {
          "brand", "checks", "country", "exp_month", "exp_year", "fingerprint", "funding", "last4"
        }) {
      card.set(same, method.path("card").path(same).deepCopy());
    }
    card.put("network", method.path("card").path("brand").textValue());
    card.putNull("three_d_secure");
    return card.putNull("wallet");
  }

  private static ObjectNode card(ObjectNode charge) {
    return (ObjectNode) charge.path("payment_method_details").path("card");
  }

  private static ObjectNode refuse(ObjectNode charge, Refusal refusal) {
    charge.put("status", "failed").put("paid", false).put("captured", false);
    charge.put("failure_code", refusal.code()).put("failure_message", refusal.message());
    String reason = refusal.declineCode() == null ? refusal.code() : refusal.declineCode();
    charge.set("outcome", outcome("declined_by_network", reason, "issuer_declined"));
    return charge;
  }

  private static ObjectNode outcome(
      String network, @org.jspecify.annotations.Nullable String reason, String type) {
    ObjectNode outcome = Json.object().putNull("advice_code").putNull("network_advice_code");
    outcome.putNull("network_decline_code").put("network_status", network).put("reason", reason);
    outcome.put("risk_level", "normal").put("risk_score", 11);
    outcome.put(
        "seller_message",
        type.equals("authorized")
            ? "Payment complete."
            : "The bank did not return any further details with this decline.");
    return outcome.put("type", type);
  }
}
