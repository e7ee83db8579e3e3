package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import org.jspecify.annotations.Nullable;

/** Who buys: the customer of the session, a new one, or a guest. */
final class Buyers {
  private Buyers() {}

  /**
   * The customer's id; null for a guest, of whom Stripe keeps none. A new one is shown once the
   * session is complete.
   */
  static @Nullable String customer(Work work, ObjectNode session, Buyer buyer) {
    String known = Json.text(session, "customer");
    if (known == null) {
      known = Json.text(session, Sessions.CUSTOMER);
    }
    if (known == null && keepsCustomer(session)) {
      known = create(work, session, buyer);
      session.put(Sessions.CUSTOMER, known);
    }
    remember(work, session, known, buyer);
    return known;
  }

  private static boolean keepsCustomer(ObjectNode session) {
    return switch (String.valueOf(Json.text(session, "mode"))) {
      case "subscription" -> true;
      case "payment" ->
          "always".equals(Json.text(session, "customer_creation"))
              || session.path(Sessions.INTENT_DATA).hasNonNull("setup_future_usage");
      default -> false;
    };
  }

  private static String create(Work work, ObjectNode session, Buyer buyer) {
    ObjectNode customer = Blank.CUSTOMER.fresh();
    customer.put("email", email(session, buyer)).put("name", buyer.name());
    customer.put(
        "invoice_prefix", work.newId("").substring(0, 8).toUpperCase(java.util.Locale.ROOT));
    ObjectNode added = work.add(Kind.CUSTOMER, customer);
    work.emit("customer.created", added);
    return Sessions.id(added);
  }

  private static void remember(
      Work work, ObjectNode session, @Nullable String customer, Buyer buyer) {
    if (!session.path("customer_details").isObject()) {
      session.set("customer_details", Blank.CUSTOMER_DETAILS.fresh());
    }
    ObjectNode details = (ObjectNode) session.path("customer_details");
    if (customer != null) {
      work.find(Kind.CUSTOMER, customer)
          .ifPresent(
              known -> {
                details.put("email", Json.text(known, "email"));
                details.put("name", Json.text(known, "name"));
              });
    }
    if (!details.hasNonNull("email")) {
      details.put("email", email(session, buyer));
    }
    if (buyer.name() != null) {
      details.put("name", buyer.name());
    }
  }

  private static @Nullable String email(ObjectNode session, Buyer buyer) {
    String given = Json.text(session, "customer_email");
    return given == null ? buyer.email() : given;
  }

  /** Puts the buyer's name on the card. */
  static void describe(ObjectNode method, ObjectNode session, Buyer buyer) {
    ObjectNode details = (ObjectNode) method.path("billing_details");
    details.put("name", buyer.name());
    details.put("email", Json.text(session.path("customer_details"), "email"));
  }
}
