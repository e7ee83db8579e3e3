package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.invoices.Ownership;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.List;

/** The end of a subscription: nothing starts it again. */
final class Ended {
  private final Planning planning;

  Ended(Planning planning) {
    this.planning = planning;
  }

  /**
   * Ends it now. What is still open is not collected by itself any more.
   *
   * @param reason cancellation_requested, payment_failed or payment_disputed; one given earlier
   *     stays
   */
  void now(Work work, ObjectNode subscription, String reason) {
    long now = work.nowOf(subscription);
    Ownership.stopCollecting(work, subscription.path("id").asText());
    if (!subscription.hasNonNull("canceled_at")) {
      subscription.put("canceled_at", now);
    }
    ObjectNode details = (ObjectNode) subscription.path("cancellation_details");
    if (!details.hasNonNull("reason")) {
      details.put("reason", reason);
    }
    subscription.put("ended_at", now).put("status", "canceled");
    subscription.putNull("pending_update").remove("_usage");
    work.emit("customer.subscription.deleted", subscription);
    planning.plan(work, subscription);
  }

  /** A first payment that never came: it expires, and so does its invoice. */
  void expired(Work work, ObjectNode subscription) {
    subscription.put("status", "incomplete_expired");
    subscription.put("ended_at", work.nowOf(subscription));
    work.emit("customer.subscription.updated", subscription);
    planning.plan(work, subscription);
  }

  static boolean isEnded(ObjectNode subscription) {
    return switch (subscription.path("status").asText()) {
      case "canceled", "incomplete_expired" -> true;
      default -> false;
    };
  }

  /** All of a customer's that have not ended. */
  static List<ObjectNode> notEnded(Work work, String customer) {
    return work.all(
        Kind.SUBSCRIPTION,
        subscription ->
            customer.equals(subscription.path("customer").asText()) && !isEnded(subscription));
  }
}
