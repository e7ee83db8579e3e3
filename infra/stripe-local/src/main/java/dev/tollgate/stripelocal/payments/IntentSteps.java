package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.wire.PageAnswer;
import dev.tollgate.stripelocal.wire.PageRequest;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;

/** What a buyer or a bank does to an intent, for a test without a browser. */
final class IntentSteps implements Room {
  private final Finishing finishing;

  IntentSteps(Finishing finishing) {
    this.finishing = finishing;
  }

  @Override
  public void register(Router router) {
    router.page("POST", "/_test/payment_intents/{intent}/authenticate", this::authenticate);
    router.page("POST", "/_test/payment_intents/{intent}/settle", this::settle);
  }

  /** Body: {@code {"success": false}} for a buyer who fails; anything else succeeds. */
  private PageAnswer authenticate(PageRequest request) {
    ObjectNode intent = waiting(request, "requires_action");
    finishing.authenticated(
        request.work(), intent, TestBody.of(request).path("success").asBoolean(true));
    return status(intent);
  }

  /** A bank debit now instead of later. Body: {@code {"success": false}} when it comes back. */
  private PageAnswer settle(PageRequest request) {
    ObjectNode intent = waiting(request, "processing");
    finishing.settle(request.work(), intent, TestBody.of(request).path("success").asBoolean(true));
    return status(intent);
  }

  private static ObjectNode waiting(PageRequest request, String status) {
    ObjectNode intent = request.work().get(Kind.PAYMENT_INTENT, request.path("intent"));
    if (!IntentFields.is(intent, status)) {
      throw StripeError.of(
          409,
          "invalid_request_error",
          "payment_intent_unexpected_state",
          "The intent has a status of " + Json.text(intent, "status") + ", not " + status + ".",
          null);
    }
    return intent;
  }

  private static PageAnswer status(ObjectNode intent) {
    return PageAnswer.json(
        Json.object()
            .put("id", intent.path("id").textValue())
            .put("status", Json.text(intent, "status")));
  }
}
