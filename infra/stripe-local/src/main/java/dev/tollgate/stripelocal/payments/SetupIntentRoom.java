package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Metadata;
import dev.tollgate.stripelocal.wire.PageAnswer;
import dev.tollgate.stripelocal.wire.PageRequest;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import org.jspecify.annotations.Nullable;

/** Operations on setup intents. */
final class SetupIntentRoom implements Room {
  private final SetupIntents intents;
  private final PaymentMethods methods;
  private final Finishing finishing;

  SetupIntentRoom(SetupIntents intents, PaymentMethods methods, Finishing finishing) {
    this.intents = intents;
    this.methods = methods;
    this.finishing = finishing;
  }

  @Override
  public void register(Router router) {
    router.on("POST", "/v1/setup_intents", this::create);
    router.list(
        "/v1/setup_intents", Kind.SETUP_INTENT, EqualFields.of("customer", "payment_method"));
    router.on("GET", "/v1/setup_intents/{intent}", SetupIntentRoom::intent);
    router.on("POST", "/v1/setup_intents/{intent}", this::update);
    router.on("POST", "/v1/setup_intents/{intent}/confirm", this::confirm);
    router.on("POST", "/v1/setup_intents/{intent}/cancel", this::cancel);
    router.page("POST", "/_test/setup_intents/{intent}/authenticate", this::authenticate);
  }

  private ObjectNode create(Call call) {
    Params params = call.params();
    String customer = params.orNull("customer");
    if (customer != null) {
      call.work().get(Kind.CUSTOMER, customer, "customer");
    }
    ObjectNode more = Json.object().put("usage", params.text("usage").orElse("off_session"));
    more.put("description", params.orNull("description"));
    more.put(NextAction.RETURN_URL, params.orNull("return_url"));
    more.set("metadata", Metadata.of(params));
    String method = method(call);
    if (method != null) {
      more.put("payment_method", method);
    }
    ObjectNode intent = intents.open(call.work(), customer, more);
    if (params.flag("confirm").orElse(false)) {
      confirm(call.work(), intent);
    }
    return intent;
  }

  private ObjectNode update(Call call) {
    ObjectNode intent = intent(call);
    requireOpen(intent, "updated");
    choose(call, intent);
    call.params()
        .text("customer")
        .ifPresent(
            id -> {
              call.work().get(Kind.CUSTOMER, id, "customer");
              intent.put("customer", id);
            });
    if (call.params().has("description")) {
      intent.put("description", call.params().orNull("description"));
    }
    Metadata.merge(intent, call.params());
    return intent;
  }

  private ObjectNode confirm(Call call) {
    ObjectNode intent = intent(call);
    requireOpen(intent, "confirmed");
    choose(call, intent);
    if (call.params().has("return_url")) {
      intent.put(NextAction.RETURN_URL, call.params().orNull("return_url"));
    }
    confirm(call.work(), intent);
    return intent;
  }

  private ObjectNode cancel(Call call) {
    ObjectNode intent = intent(call);
    requireOpen(intent, "canceled");
    intents.cancel(call.work(), intent, call.params().orNull("cancellation_reason"));
    return intent;
  }

  /** Body: {@code {"success": false}} for a buyer who fails; anything else succeeds. */
  private PageAnswer authenticate(PageRequest request) {
    ObjectNode intent = request.work().get(Kind.SETUP_INTENT, request.path("intent"));
    if (!IntentFields.is(intent, "requires_action")) {
      throw StripeError.of(
          409,
          "invalid_request_error",
          "setup_intent_unexpected_state",
          "The intent has a status of " + Json.text(intent, "status") + ".",
          null);
    }
    finishing.authenticatedSetup(
        request.work(), intent, TestBody.of(request).path("success").asBoolean(true));
    return PageAnswer.json(
        Json.object().put("id", request.path("intent")).put("status", Json.text(intent, "status")));
  }

  private void confirm(Work work, ObjectNode intent) {
    if (!intent.hasNonNull("payment_method")) {
      throw StripeError.invalid(
          "setup_intent_unexpected_state",
          "You cannot confirm this SetupIntent because it's missing a payment method.",
          null);
    }
    ObjectNode method = Intents.methodOf(work, intent);
    if (intents.confirm(work, intent, method) instanceof Attempt.Declined declined) {
      throw CardErrors.afterSetup(intent, declined.refusal());
    }
  }

  private void choose(Call call, ObjectNode intent) {
    String method = method(call);
    if (method != null) {
      intent.put("payment_method", method).put("status", "requires_confirmation");
    }
  }

  private @Nullable String method(Call call) {
    Params data = call.params().in("payment_method_data").orElse(null);
    if (data != null) {
      ObjectNode method =
          methods.create(
              call.work(), CardFields.read(call.work(), data.in("card").orElse(Params.none())));
      CardFields.describe(method, data);
      return method.path("id").textValue();
    }
    String given = call.params().orNull("payment_method");
    if (given == null) {
      return null;
    }
    ObjectNode method = methods.resolve(call.work(), given, "payment_method");
    if (!method.hasNonNull("customer") && !PaymentMethods.isFree(method)) {
      throw PaymentMethodRoom.used();
    }
    return method.path("id").textValue();
  }

  private static void requireOpen(ObjectNode intent, String step) {
    if (!Intents.CONFIRMABLE.contains(String.valueOf(Json.text(intent, "status")))) {
      throw StripeError.invalid(
              "setup_intent_unexpected_state",
              "This SetupIntent could not be "
                  + step
                  + " because it has a status of "
                  + Json.text(intent, "status")
                  + ".",
              null)
          .with("setup_intent", intent);
    }
  }

  private static ObjectNode intent(Call call) {
    return call.work().get(Kind.SETUP_INTENT, call.path("intent"));
  }
}
