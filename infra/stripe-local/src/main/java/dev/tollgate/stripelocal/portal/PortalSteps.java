package dev.tollgate.stripelocal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.payments.CardDetails;
import dev.tollgate.stripelocal.payments.PaymentMethods;
import dev.tollgate.stripelocal.payments.TestBody;
import dev.tollgate.stripelocal.wire.PageAnswer;
import dev.tollgate.stripelocal.wire.PageRequest;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import org.jspecify.annotations.Nullable;

/** What a customer does on the portal's page, for a test without a browser. */
final class PortalSteps implements Room {
  private final Actions actions;

  PortalSteps(Actions actions) {
    this.actions = actions;
  }

  @Override
  public void register(Router router) {
    router.page("POST", "/_test/portal/{session}", this::act);
  }

  /**
   * Body: {@code action} (cancel, undo_cancel, set_card, default_card, remove_card, switch, seats,
   * confirm), and as it needs {@code subscription} (where there are several), {@code price,
   * quantity, card, payment_method, feedback, comment}.
   */
  private PageAnswer act(PageRequest request) {
    Access access =
        Access.of(request.work(), request.path("session"))
            .orElseThrow(
                () -> StripeError.missing(Kind.PORTAL_SESSION, request.path("session"), null));
    ObjectNode body = TestBody.of(request);
    return switch (actions.run(request.work(), access, asked(request.work(), body))) {
      case Answer.Done(String notice) ->
          PageAnswer.json(state(request.work(), access).put("notice", notice));
      case Answer.ActionRequired(ObjectNode intent) -> {
        ObjectNode state = state(request.work(), access);
        state.put("setup_intent", intent.path("id").textValue());
        state.set("next_action", intent.path("next_action"));
        yield PageAnswer.json(state);
      }
      case Answer.Refused(int status, String message) -> {
        String type = status == 402 ? "card_error" : "invalid_request_error";
        throw StripeError.of(status, type, null, message, null).committing();
      }
    };
  }

  private static Actions.Asked asked(Work work, JsonNode body) {
    return new Actions.Asked(
        body.path("action").asText(),
        body.path("subscription").asText(),
        Json.text(body, "price"),
        body.hasNonNull("quantity") ? Long.valueOf(body.path("quantity").asLong()) : null,
        card(work, body),
        body.path("payment_method").asText(),
        body.path("feedback").asText(),
        body.path("comment").asText());
  }

  private static @Nullable CardDetails card(Work work, JsonNode body) {
    String number = Json.text(body, "card");
    return number == null ? null : PaymentMethods.details(work, number);
  }

  /** What the customer has now. */
  private static ObjectNode state(Work work, Access access) {
    ObjectNode state = Json.object().put("customer", access.customerId());
    state.put(
        "default_payment_method",
        Json.text(access.customer().path("invoice_settings"), "default_payment_method"));
    for (ObjectNode subscription : access.subscriptions(work)) {
      ObjectNode one = state.withArray("/subscriptions").addObject();
      for (String same :
          new String[] {
            "id", "status", "cancel_at", "cancel_at_period_end", "default_payment_method"
          }) {
        one.set(same, subscription.path(same));
      }
      for (JsonNode item : subscription.path("items").path("data")) {
        one.withArray("/items")
            .addObject()
            .put("id", item.path("id").asText())
            .put("price", item.at("/price/id").asText())
            .put("quantity", item.path("quantity").asLong());
      }
    }
    return state;
  }
}
