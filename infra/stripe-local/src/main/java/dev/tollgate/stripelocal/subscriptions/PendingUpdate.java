package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.time.Duration;
import java.util.List;

/**
 * A change that waits for its payment: the subscription stays as it was until the invoice is paid.
 */
final class PendingUpdate {
  /** How long Stripe lets the buyer pay. */
  private static final Duration PATIENCE = Duration.ofHours(23);

  /** Internal fields: the invoice that is waited for, and what the subscription becomes then. */
  private static final String INVOICE = "_pending_invoice";

  private static final String AFTER = "_pending_after";

  private static final List<String> CHANGED =
      List.of("items", "billing_cycle_anchor", "trial_start", "trial_end", "status", "_usage");

  private PendingUpdate() {}

  /** From now on this invoice's failure is not the subscription's. */
  static void expects(ObjectNode subscription, ObjectNode invoice) {
    subscription.put(INVOICE, invoice.path("id").asText());
  }

  static boolean isExpecting(ObjectNode subscription, JsonNode invoice) {
    return invoice.path("id").asText().equals(Json.text(subscription, INVOICE));
  }

  static void fulfilled(ObjectNode subscription) {
    subscription.remove(INVOICE);
  }

  /** Puts back what was changed and keeps the change for later. */
  static void postpone(Work work, ObjectNode subscription, ObjectNode before) {
    ObjectNode after = Json.object();
    for (String name : CHANGED) {
      move(subscription, name, after);
      move(before, name, subscription);
    }
    long expires = work.nowOf(subscription) + PATIENCE.toSeconds();
    ObjectNode shown = subscription.putObject("pending_update");
    shown.set("billing_cycle_anchor", after.path("billing_cycle_anchor"));
    shown.put("expires_at", expires);
    shown.set("subscription_items", after.path("items").path("data").deepCopy());
    shown.set("trial_end", after.path("trial_end"));
    shown.putNull("trial_from_plan");
    subscription.set(AFTER, after);
    work.schedule(
        expires, Planning.PENDING_UPDATE, Kind.SUBSCRIPTION, subscription.path("id").asText());
  }

  /** The payment came: the change happens. */
  static void apply(Work work, ObjectNode subscription) {
    ObjectNode after = (ObjectNode) subscription.path(AFTER);
    CHANGED.forEach(name -> move(after, name, subscription));
    forget(work, subscription);
    work.emit("customer.subscription.updated", subscription);
    work.emit("customer.subscription.pending_update_applied", subscription);
  }

  /** The payment did not come: the change is dropped. Answers the id of its invoice. */
  static String drop(Work work, ObjectNode subscription) {
    String invoice = subscription.path(INVOICE).asText();
    forget(work, subscription);
    work.emit("customer.subscription.updated", subscription);
    work.emit("customer.subscription.pending_update_expired", subscription);
    return invoice;
  }

  static boolean isWaiting(ObjectNode subscription) {
    return subscription.has(AFTER);
  }

  private static void forget(Work work, ObjectNode subscription) {
    subscription.putNull("pending_update");
    subscription.remove(List.of(INVOICE, AFTER));
    work.unschedule(Planning.PENDING_UPDATE, subscription.path("id").asText());
  }

  private static void move(ObjectNode from, String name, ObjectNode to) {
    JsonNode value = from.get(name);
    if (value == null) {
      to.remove(name);
    } else {
      to.set(name, value);
    }
  }
}
