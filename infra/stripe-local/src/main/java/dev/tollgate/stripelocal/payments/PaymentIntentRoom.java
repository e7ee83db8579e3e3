package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Metadata;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.Optional;
import java.util.Set;

/** Operations on payment intents. */
final class PaymentIntentRoom implements Room {
  private final Intents intents;
  private final PaymentMethods methods;
  private final Finishing finishing;

  PaymentIntentRoom(Intents intents, PaymentMethods methods, Finishing finishing) {
    this.intents = intents;
    this.methods = methods;
    this.finishing = finishing;
  }

  @Override
  public void register(Router router) {
    router.on("POST", "/v1/payment_intents", this::create);
    router.list("/v1/payment_intents", Kind.PAYMENT_INTENT, EqualFields.of("customer"));
    router.on("GET", "/v1/payment_intents/{intent}", PaymentIntentRoom::intent);
    router.on("POST", "/v1/payment_intents/{intent}", this::update);
    router.on("POST", "/v1/payment_intents/{intent}/confirm", this::confirm);
    router.on("POST", "/v1/payment_intents/{intent}/capture", this::capture);
    router.on("POST", "/v1/payment_intents/{intent}/cancel", this::cancel);
    router.job(Intents.EXPIRE, Kind.PAYMENT_INTENT, finishing::expire);
    router.job(
        Intents.SETTLE,
        Kind.PAYMENT_INTENT,
        (work, intent) -> finishing.settle(work, intent, true));
  }

  private ObjectNode create(Call call) {
    Params params = call.params();
    Optional<String> customer = params.text("customer");
    customer.ifPresent(id -> call.work().get(Kind.CUSTOMER, id, "customer"));
    ObjectNode more = IntentFields.copy(params, Json.object());
    more.set("metadata", Metadata.of(params));
    Optional<ObjectNode> method = method(call);
    method.ifPresent(
        given -> {
          refuseStrange(given, customer.orElse(null));
          more.put("payment_method", given.path("id").textValue());
        });
    ObjectNode intent =
        intents.open(
            call.work(),
            IntentFields.amount(params),
            IntentFields.currency(params),
            customer.orElse(null),
            more);
    if (params.flag("confirm").orElse(false)) {
      confirm(call.work(), intent, IntentFields.terms(params));
    }
    return intent;
  }

  private ObjectNode update(Call call) {
    Params params = call.params();
    ObjectNode intent = intent(call);
    require(intent, Intents.CONFIRMABLE, params.has("amount"), "updated");
    if (params.has("amount")) {
      intent.put("amount", IntentFields.amount(params));
    }
    if (params.has("currency")) {
      intent.put("currency", IntentFields.currency(params));
    }
    params
        .text("customer")
        .ifPresent(
            id -> {
              call.work().get(Kind.CUSTOMER, id, "customer");
              intent.put("customer", id);
            });
    choose(call, intent);
    IntentFields.copy(params, intent);
    Metadata.merge(intent, params);
    return intent;
  }

  private ObjectNode confirm(Call call) {
    ObjectNode intent = intent(call);
    require(intent, Intents.CONFIRMABLE, true, "confirmed");
    choose(call, intent);
    IntentFields.copy(call.params(), intent);
    confirm(call.work(), intent, IntentFields.terms(call.params()));
    return intent;
  }

  private void choose(Call call, ObjectNode intent) {
    method(call)
        .ifPresent(
            method -> {
              refuseStrange(method, Json.text(intent, "customer"));
              intent.put("payment_method", method.path("id").textValue());
              intent.put("status", "requires_confirmation");
            });
  }

  private void confirm(Work work, ObjectNode intent, Terms terms) {
    if (!intent.hasNonNull("payment_method")) {
      throw StripeError.invalid(
          "payment_intent_unexpected_state",
          "You cannot confirm this PaymentIntent because it's missing a payment method. Update the"
              + " PaymentIntent with a payment method and try again.",
          null);
    }
    ObjectNode method = Intents.methodOf(work, intent);
    if (finishing.confirm(work, intent, method, terms) instanceof Attempt.Declined declined) {
      throw CardErrors.after(intent, declined.refusal());
    }
  }

  private ObjectNode capture(Call call) {
    ObjectNode intent = intent(call);
    require(intent, Set.of("requires_capture"), true, "captured");
    long capturable = intent.path("amount_capturable").longValue();
    long amount = call.params().integer("amount_to_capture").orElse(capturable);
    if (amount < 1 || amount > capturable) {
      throw StripeError.invalid(
          "amount_too_large",
          "The amount_to_capture must be between 1 and the amount capturable, " + capturable + ".",
          "amount_to_capture");
    }
    Metadata.merge(intent, call.params());
    intents.capture(call.work(), intent, amount);
    return intent;
  }

  private ObjectNode cancel(Call call) {
    ObjectNode intent = intent(call);
    require(intent, Intents.CANCELABLE, true, "canceled");
    if (intent.hasNonNull("_session") && !IntentFields.is(intent, "requires_capture")) {
      throw StripeError.invalid(
          "payment_intent_unexpected_state",
          "You cannot cancel this PaymentIntent because it belongs to a Checkout Session. Expire"
              + " the Session instead.",
          "intent");
    }
    finishing.cancel(call.work(), intent, call.params().orNull("cancellation_reason"));
    return intent;
  }

  private Optional<ObjectNode> method(Call call) {
    Params params = call.params();
    if (params.in("payment_method_data").isPresent()) {
      Params data = params.in("payment_method_data").get();
      ObjectNode method =
          methods.create(
              call.work(), CardFields.read(call.work(), data.in("card").orElse(Params.none())));
      CardFields.describe(method, data);
      return Optional.of(method);
    }
    return params
        .text("payment_method")
        .map(id -> methods.resolve(call.work(), id, "payment_method"));
  }

  private static void refuseStrange(
      ObjectNode method, @org.jspecify.annotations.Nullable String customer) {
    String owner = Json.text(method, "customer");
    if (owner == null && !PaymentMethods.isFree(method)) {
      throw PaymentMethodRoom.used();
    }
    if (owner != null && !owner.equals(customer)) {
      throw StripeError.invalid(
          "The PaymentMethod supplied ("
              + method.path("id").textValue()
              + ") belongs to a Customer. Please include the Customer in the `customer` parameter"
              + " on the PaymentIntent.",
          "payment_method");
    }
  }

  /** Refuses a step that the present state does not allow. */
  private static void require(ObjectNode intent, Set<String> states, boolean strict, String step) {
    String status = String.valueOf(Json.text(intent, "status"));
    if (strict && !states.contains(status)) {
      throw StripeError.invalid(
              "payment_intent_unexpected_state",
              "This PaymentIntent could not be "
                  + step
                  + " because it has a status of "
                  + status
                  + ".",
              null)
          .with("payment_intent", intent);
    }
  }

  private static ObjectNode intent(Call call) {
    return call.work().get(Kind.PAYMENT_INTENT, call.path("intent"));
  }
}
