package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What can be asked of a session, and the names of its internal fields. Amounts are in minor units.
 */
final class Sessions {
  /** Internal field of a session: {@code subscription_data} as it was given. */
  static final String SUBSCRIPTION_DATA = "_subscription_data";

  /** Internal field of a session: {@code payment_intent_data} as it was given. */
  static final String INTENT_DATA = "_payment_intent_data";

  /** Internal field of a session: the intent that is being tried. */
  static final String INTENT = "_intent";

  /** Internal field of a session: the customer made for a buyer who was none. */
  static final String CUSTOMER = "_customer";

  /** Internal field of a session: what the page says about the last attempt. */
  static final String ERROR = "_error";

  /** Internal field of an intent and of a line: the session it belongs to. */
  static final String SESSION = "_session";

  private static final long DAY = 86_400;

  private Sessions() {}

  static boolean isOpen(ObjectNode session) {
    return is(session, "open");
  }

  static boolean is(ObjectNode session, String status) {
    return status.equals(Json.text(session, "status"));
  }

  static boolean hasMode(ObjectNode session, String mode) {
    return mode.equals(Json.text(session, "mode"));
  }

  static String id(ObjectNode object) {
    return object.path("id").textValue();
  }

  /** What is paid now. */
  static long total(ObjectNode session) {
    return session.path("amount_total").longValue();
  }

  /** In the order of the request. */
  static List<ObjectNode> lines(Work work, ObjectNode session) {
    String id = id(session);
    return work.all(Kind.CHECKOUT_ITEM, line -> id.equals(Json.text(line, SESSION))).stream()
        .sorted(Comparator.comparingInt(line -> line.path("_position").intValue()))
        .toList();
  }

  /** When the trial ends, in seconds, if there is one and it began now. */
  static Optional<Long> trialEnd(Work work, ObjectNode session) {
    ObjectNode data = (ObjectNode) session.path(SUBSCRIPTION_DATA);
    if (data.hasNonNull("trial_end")) {
      return Optional.of(data.path("trial_end").asLong());
    }
    return data.hasNonNull("trial_period_days")
        ? Optional.of(work.nowOf(session) + data.path("trial_period_days").asLong() * DAY)
        : Optional.empty();
  }

  /** Whether a buyer must give a card. */
  static boolean needsCard(ObjectNode session) {
    return total(session) > 0
        || hasMode(session, "setup")
        || (hasMode(session, "subscription")
            && "always".equals(Json.text(session, "payment_method_collection")));
  }

  /** Where the buyer goes after a purchase. */
  static String successUrl(ObjectNode session) {
    return String.valueOf(Json.text(session, "success_url"))
        .replace("{CHECKOUT_SESSION_ID}", id(session));
  }
}
