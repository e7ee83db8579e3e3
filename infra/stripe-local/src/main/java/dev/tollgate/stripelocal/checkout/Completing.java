package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.invoices.Collecting;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.payments.Intents;
import dev.tollgate.stripelocal.payments.PaymentMethods;
import dev.tollgate.stripelocal.payments.Terms;
import dev.tollgate.stripelocal.subscriptions.ItemChange;
import dev.tollgate.stripelocal.subscriptions.NewSubscription;
import dev.tollgate.stripelocal.subscriptions.PaymentBehavior;
import dev.tollgate.stripelocal.subscriptions.Subscriptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What completing a session brings about: the subscription, the customer's saved card, the
 * session's last state.
 */
final class Completing {
  private final Subscriptions subscriptions;
  private final Intents intents;
  private final PaymentMethods methods;

  Completing(Subscriptions subscriptions, Intents intents, PaymentMethods methods) {
    this.subscriptions = subscriptions;
    this.intents = intents;
    this.methods = methods;
  }

  /**
   * @param intent what was paid or set up; null where no card was asked for
   */
  void complete(Work work, ObjectNode session, @Nullable ObjectNode intent) {
    adopt(session);
    ObjectNode payment =
        intent != null && "payment_intent".equals(Json.text(intent, "object")) ? intent : null;
    if (Sessions.hasMode(session, "subscription")) {
      String method = intent == null ? null : Json.text(intent, "payment_method");
      subscribe(work, session, method, payment, PaymentBehavior.ALLOW_INCOMPLETE);
    } else if (payment != null) {
      session.put("payment_intent", Sessions.id(payment));
    }
    finish(work, session, status(session, intent));
  }

  /**
   * The debit of the first invoice is only begun: the subscription is incomplete until it arrives.
   */
  void completeUnpaid(Work work, ObjectNode session, ObjectNode method) {
    adopt(session);
    methods.attach(work, method, session.path("customer").textValue());
    subscribe(work, session, Sessions.id(method), null, PaymentBehavior.DEFAULT_INCOMPLETE);
    ObjectNode invoice = work.get(Kind.INVOICE, session.path("invoice").textValue());
    ObjectNode intent = work.get(Kind.PAYMENT_INTENT, invoice.path(Collecting.INTENT).textValue());
    intent.put(Sessions.SESSION, Sessions.id(session));
    session.put(Sessions.INTENT, Sessions.id(intent));
    intents.confirm(work, intent, method, Terms.DELAYED);
    finish(work, session, "unpaid");
  }

  /** A delayed payment is there. */
  void arrived(Work work, ObjectNode session) {
    session.put("payment_status", "paid");
    work.emit("checkout.session.async_payment_succeeded", session);
  }

  /**
   * A delayed payment did not come; a reservation that lapsed is another matter and not told here.
   */
  void cameBack(Work work, ObjectNode session, ObjectNode intent) {
    if (!"canceled".equals(Json.text(intent, "status"))) {
      work.emit("checkout.session.async_payment_failed", session);
    }
  }

  private static void adopt(ObjectNode session) {
    if (session.hasNonNull(Sessions.CUSTOMER)) {
      session.set("customer", session.path(Sessions.CUSTOMER));
    }
  }

  private void subscribe(
      Work work,
      ObjectNode session,
      @Nullable String method,
      @Nullable ObjectNode paidBy,
      PaymentBehavior behavior) {
    JsonNode data = session.path(Sessions.SUBSCRIPTION_DATA);
    ObjectNode fields = Json.object();
    if (data.hasNonNull("description")) {
      fields.set("description", data.path("description"));
    }
    ObjectNode subscription =
        subscriptions.create(
            work,
            new NewSubscription(
                session.path("customer").textValue(),
                items(work, session),
                number(data, "trial_end"),
                number(data, "trial_period_days"),
                null,
                metadata(data),
                method,
                null,
                Json.text(
                    data.path("trial_settings").path("end_behavior"), "missing_payment_method"),
                behavior,
                false,
                paidBy,
                fields));
    session.put("subscription", Sessions.id(subscription));
    session.put("invoice", Json.text(subscription, "latest_invoice"));
  }

  private static List<ItemChange> items(Work work, ObjectNode session) {
    return Sessions.lines(work, session).stream()
        .map(
            line ->
                ItemChange.add(
                    Sessions.id((ObjectNode) line.path("price")),
                    line.hasNonNull("quantity")
                        ? Long.valueOf(line.path("quantity").longValue())
                        : null))
        .toList();
  }

  private static @Nullable Long number(JsonNode data, String name) {
    return data.hasNonNull(name) ? Long.valueOf(data.path(name).asLong()) : null;
  }

  private static Map<String, String> metadata(JsonNode data) {
    Map<String, String> metadata = new LinkedHashMap<>();
    data.path("metadata")
        .properties()
        .forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
    return metadata;
  }

  /** Manual capture reads unpaid: nothing is taken yet. */
  private static String status(ObjectNode session, @Nullable ObjectNode intent) {
    if (Sessions.total(session) == 0) {
      return "no_payment_required";
    }
    return intent != null && "succeeded".equals(Json.text(intent, "status")) ? "paid" : "unpaid";
  }

  private static void finish(Work work, ObjectNode session, String paymentStatus) {
    work.unschedule(Expiring.JOB, Sessions.id(session));
    session.put("status", "complete").put("payment_status", paymentStatus).putNull("url");
    work.emit("checkout.session.completed", session);
  }
}
