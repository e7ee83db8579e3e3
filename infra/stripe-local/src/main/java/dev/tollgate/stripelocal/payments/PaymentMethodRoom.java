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
import java.util.Optional;
import java.util.function.Predicate;

/** Operations on payment methods; of all the types Stripe knows, cards only. */
final class PaymentMethodRoom implements Room {
  private final PaymentMethods methods;

  PaymentMethodRoom(PaymentMethods methods) {
    this.methods = methods;
  }

  @Override
  public void register(Router router) {
    router.on("POST", "/v1/payment_methods", this::create);
    router.list("/v1/payment_methods", Kind.PAYMENT_METHOD, PaymentMethodRoom::ofCustomer);
    router.on("GET", "/v1/payment_methods/{payment_method}", this::read);
    router.on("POST", "/v1/payment_methods/{payment_method}", this::update);
    router.on("POST", "/v1/payment_methods/{payment_method}/attach", this::attach);
    router.on("POST", "/v1/payment_methods/{payment_method}/detach", this::detach);
    router.list(
        "/v1/customers/{customer}/payment_methods",
        Kind.PAYMENT_METHOD,
        PaymentMethodRoom::inCustomer);
    router.on(
        "GET", "/v1/customers/{customer}/payment_methods/{payment_method}", this::readOfCustomer);
    router.page(
        "POST", "/_test/payment_methods/{payment_method}/auto_update", this::updateByNetwork);
  }

  private ObjectNode create(Call call) {
    ObjectNode method = methods.create(call.work(), card(call));
    CardFields.describe(method, call.params());
    Metadata.merge(method, call.params());
    Optional<String> customer = call.params().text("customer");
    customer.ifPresent(id -> attachTo(call.work(), method, id));
    return method;
  }

  private static CardDetails card(Call call) {
    String type = call.params().text("type").orElse("card");
    if (!type.equals("card")) {
      throw StripeError.invalid("The stand-in has payment methods of type card only.", "type");
    }
    Params card =
        call.params()
            .in("card")
            .orElseThrow(
                () ->
                    StripeError.invalid(
                        "parameter_missing", "Missing required param: card.", "card"));
    return CardFields.read(call.work(), card);
  }

  private ObjectNode read(Call call) {
    return methods.resolve(call.work(), call.path("payment_method"), "id");
  }

  private ObjectNode readOfCustomer(Call call) {
    ObjectNode method = call.work().get(Kind.PAYMENT_METHOD, call.path("payment_method"));
    if (!call.path("customer").equals(Json.text(method, "customer"))) {
      throw StripeError.missing(Kind.PAYMENT_METHOD, call.path("payment_method"), null);
    }
    return method;
  }

  private static Predicate<ObjectNode> ofCustomer(Call call) {
    Optional<String> customer = call.params().text("customer");
    if (customer.isEmpty()) {
      // Without a customer Stripe lists Treasury's methods only, of which there are none.
      return _ -> false;
    }
    call.work().get(Kind.CUSTOMER, customer.get(), "customer");
    return of(customer.get(), call.params());
  }

  private static Predicate<ObjectNode> inCustomer(Call call) {
    call.work().get(Kind.CUSTOMER, call.path("customer"));
    return of(call.path("customer"), call.params());
  }

  private static Predicate<ObjectNode> of(String customer, Params params) {
    String type = params.text("type").orElse("card");
    return method ->
        customer.equals(Json.text(method, "customer")) && type.equals(Json.text(method, "type"));
  }

  private ObjectNode update(Call call) {
    ObjectNode method = call.work().get(Kind.PAYMENT_METHOD, call.path("payment_method"));
    CardFields.describe(method, call.params());
    CardFields.renew(method, call.params());
    Metadata.merge(method, call.params());
    call.work().emit("payment_method.updated", method);
    return method;
  }

  private ObjectNode attach(Call call) {
    ObjectNode method = methods.resolve(call.work(), call.path("payment_method"), "id");
    attachTo(call.work(), method, call.params().require("customer"));
    return method;
  }

  private void attachTo(Work work, ObjectNode method, String customer) {
    work.get(Kind.CUSTOMER, customer, "customer");
    refuseUnlessFree(method, customer);
    PaymentMethods.onSaving(work, method)
        .ifPresent(
            refusal -> {
              throw CardErrors.of(refusal);
            });
    methods.attach(work, method, customer);
  }

  private static void refuseUnlessFree(ObjectNode method, String customer) {
    String owner = Json.text(method, "customer");
    if (owner != null && !owner.equals(customer)) {
      throw StripeError.invalid(
          "resource_already_exists",
          "The payment method you provided has already been attached to a customer.",
          "payment_method");
    }
    if (owner == null && !PaymentMethods.isFree(method)) {
      throw used();
    }
  }

  static StripeError used() {
    return StripeError.invalid(
        "This PaymentMethod was previously used without being attached to a Customer or was"
            + " detached from a Customer, and may not be used again.",
        "payment_method");
  }

  private ObjectNode detach(Call call) {
    ObjectNode method = call.work().get(Kind.PAYMENT_METHOD, call.path("payment_method"));
    if (!method.hasNonNull("customer")) {
      throw StripeError.invalid(
          "The payment method you provided is not attached to a customer so detachment is"
              + " impossible.",
          "payment_method");
    }
    methods.detach(call.work(), method);
    return method;
  }

  /**
   * The card network told of a renewed card. Body, if wanted: {@code exp_month, exp_year, last4};
   * by default the same card, three years longer.
   */
  private PageAnswer updateByNetwork(PageRequest request) {
    ObjectNode method = request.work().get(Kind.PAYMENT_METHOD, request.path("payment_method"));
    ObjectNode card = (ObjectNode) method.path("card");
    ObjectNode body = TestBody.of(request);
    card.put("exp_year", body.path("exp_year").asInt(card.path("exp_year").intValue() + 3));
    card.put(
        "exp_month",
        Math.clamp(body.path("exp_month").asInt(card.path("exp_month").intValue()), 1, 12));
    card.put("last4", body.path("last4").asText(card.path("last4").asText()));
    request.work().emit("payment_method.automatically_updated", method);
    return PageAnswer.json(Json.object().put("id", request.path("payment_method")));
  }
}
