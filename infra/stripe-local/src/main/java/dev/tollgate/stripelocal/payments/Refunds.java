package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import org.jspecify.annotations.Nullable;

/** Refunds: money that goes back to the card, and now and then does not arrive. */
final class Refunds {
  /** Agenda: a refund that was pending arrives, or one that looked well fails. */
  static final String TURN = "refund.turns";

  /** How long the stand-in's slow banks take; real ones take up to thirty days. */
  private static final long TURNING_SECONDS = 3600;

  /** What of the charge can still go back, in minor units. */
  static long refundable(ObjectNode charge) {
    return charge.path("amount_captured").longValue() - charge.path("amount_refunded").longValue();
  }

  /** Gives an amount back that is at most {@link #refundable}. */
  ObjectNode give(
      Work work, ObjectNode charge, long amount, @Nullable String reason, ObjectNode metadata) {
    ObjectNode fields = Blank.REFUND.fresh();
    fields.put("amount", amount).put("charge", charge.path("id").textValue()).put("reason", reason);
    for (String same : new String[] {"currency", "customer", "payment_intent"}) {
      fields.set(same, charge.path(same));
    }
    fields.put("balance_transaction", work.newId("txn_"));
    fields.set("metadata", metadata);
    Conduct conduct = PaymentMethods.conduct(charge);
    fields.put("status", conduct == Conduct.REFUND_PENDS ? "pending" : "succeeded");
    ObjectNode refund = work.add(Kind.REFUND, fields);
    if (conduct == Conduct.REFUND_PENDS || conduct == Conduct.REFUND_FAILS) {
      work.schedule(
          work.nowOf(refund) + TURNING_SECONDS, TURN, Kind.REFUND, refund.path("id").textValue());
    }
    take(charge, amount);
    work.emit("charge.refunded", charge);
    work.emit("refund.created", refund);
    return refund;
  }

  /** The job {@link #TURN}. */
  void turn(Work work, ObjectNode refund) {
    ObjectNode charge = work.get(Kind.CHARGE, refund.path("charge").textValue());
    if ("pending".equals(Json.text(refund, "status"))) {
      refund.put("status", "succeeded");
      tellUpdated(work, refund);
    } else {
      refund.put("status", "failed").put("failure_reason", "expired_or_canceled_card");
      refund.put("failure_balance_transaction", work.newId("txn_"));
      take(charge, -refund.path("amount").longValue());
      work.emit("refund.failed", refund);
      tellUpdated(work, refund);
      work.emit("charge.updated", charge);
    }
  }

  /** Stops a refund that is still {@code pending}. */
  void cancel(Work work, ObjectNode refund) {
    work.unschedule(TURN, refund.path("id").textValue());
    ObjectNode charge = work.get(Kind.CHARGE, refund.path("charge").textValue());
    take(charge, -refund.path("amount").longValue());
    refund.put("status", "canceled");
    tellUpdated(work, refund);
    work.emit("charge.updated", charge);
  }

  /** Both names of one fact; the older one is sent for refunds of charges. */
  static void tellUpdated(Work work, ObjectNode refund) {
    work.emit("refund.updated", refund);
    work.emit("charge.refund.updated", refund);
  }

  private static void take(ObjectNode charge, long amount) {
    long refunded = charge.path("amount_refunded").longValue() + amount;
    charge.put("amount_refunded", refunded);
    charge.put("refunded", refunded > 0 && refunded >= charge.path("amount_captured").longValue());
  }
}
