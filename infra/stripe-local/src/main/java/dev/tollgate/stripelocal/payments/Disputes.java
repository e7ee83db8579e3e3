package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.time.Duration;
import java.util.Set;

/** Disputes: a buyer takes the money back through the bank, and how that ends. */
final class Disputes {
  static final Set<String> OPEN =
      Set.of("needs_response", "under_review", "warning_needs_response", "warning_under_review");

  private static final Duration ANSWER_WITHIN = Duration.ofDays(9);

  /** The bank takes back what was captured and not yet refunded. */
  ObjectNode open(Work work, ObjectNode charge, String reason) {
    ObjectNode fields = Blank.DISPUTE.fresh();
    fields.put(
        "amount",
        charge.path("amount_captured").longValue() - charge.path("amount_refunded").longValue());
    fields.put("charge", charge.path("id").textValue()).put("reason", reason);
    fields.set("currency", charge.path("currency"));
    fields.set("payment_intent", charge.path("payment_intent"));
    ((ObjectNode) fields.at("/payment_method_details/card"))
        .set("brand", charge.at("/payment_method_details/card/brand"));
    ObjectNode dispute = work.add(Kind.DISPUTE, fields);
    ((ObjectNode) dispute.path("evidence_details"))
        .put("due_by", dispute.path("created").longValue() + ANSWER_WITHIN.toSeconds());
    charge.put("disputed", true);
    work.emit("charge.dispute.created", dispute);
    work.emit("charge.dispute.funds_withdrawn", dispute);
    work.emit("charge.updated", charge);
    return dispute;
  }

  /** The bank has decided, or the merchant gave in. */
  void close(Work work, ObjectNode dispute, boolean won) {
    dispute.put("status", won ? "won" : "lost");
    if (won) {
      work.emit("charge.dispute.funds_reinstated", dispute);
    }
    work.emit("charge.dispute.closed", dispute);
  }

  static boolean isOpen(ObjectNode dispute) {
    return OPEN.contains(String.valueOf(Json.text(dispute, "status")));
  }
}
