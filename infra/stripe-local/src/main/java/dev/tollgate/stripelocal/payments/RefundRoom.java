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
import org.jspecify.annotations.Nullable;

/** Operations on refunds. */
final class RefundRoom implements Room {
  private final Refunds refunds;

  RefundRoom(Refunds refunds) {
    this.refunds = refunds;
  }

  @Override
  public void register(Router router) {
    router.on("POST", "/v1/refunds", this::create);
    router.list("/v1/refunds", Kind.REFUND, EqualFields.of("charge", "payment_intent"));
    router.on("GET", "/v1/refunds/{refund}", RefundRoom::refund);
    router.on("POST", "/v1/refunds/{refund}", RefundRoom::update);
    router.on("POST", "/v1/refunds/{refund}/cancel", this::cancel);
    router.job(Refunds.TURN, Kind.REFUND, refunds::turn);
  }

  private ObjectNode create(Call call) {
    Params params = call.params();
    ObjectNode charge = charge(call.work(), params);
    String id = charge.path("id").textValue();
    long left = Refunds.refundable(charge);
    if (isDisputed(call.work(), id)) {
      throw StripeError.invalid(
          "charge_disputed",
          "Charge " + id + " has been charged back; cannot issue a refund.",
          null);
    }
    if (charge.path("refunded").booleanValue() || left <= 0) {
      throw StripeError.invalid(
          "charge_already_refunded", "Charge " + id + " has already been refunded.", null);
    }
    long amount = params.integer("amount").orElse(left);
    if (amount < 1) {
      throw StripeError.invalid("parameter_invalid_integer", "Invalid positive integer", "amount");
    }
    if (amount > left) {
      throw StripeError.invalid(
          "Refund amount ("
              + amount
              + ") is greater than unrefunded amount on charge ("
              + left
              + ")",
          "amount");
    }
    return refunds.give(call.work(), charge, amount, params.orNull("reason"), Metadata.of(params));
  }

  private static ObjectNode charge(Work work, Params params) {
    @Nullable String charge = params.orNull("charge");
    @Nullable String intent = params.orNull("payment_intent");
    if (charge != null && intent == null) {
      return succeeded(work.get(Kind.CHARGE, charge, "charge"));
    }
    if (charge == null && intent != null) {
      ObjectNode paid = work.get(Kind.PAYMENT_INTENT, intent, "payment_intent");
      if (!IntentFields.is(paid, "succeeded")) {
        throw StripeError.invalid(
            "This PaymentIntent (" + intent + ") does not have a successful charge to refund.",
            "payment_intent");
      }
      return work.get(Kind.CHARGE, paid.path("latest_charge").textValue());
    }
    throw StripeError.invalid(
        charge == null ? "parameter_missing" : "parameters_exclusive",
        "One of the following params should be provided for this request: payment_intent or"
            + " charge.",
        "payment_intent");
  }

  private static ObjectNode succeeded(ObjectNode charge) {
    if (!"succeeded".equals(Json.text(charge, "status"))) {
      throw StripeError.invalid(
          "Charge " + charge.path("id").textValue() + " did not succeed and cannot be refunded.",
          "charge");
    }
    return charge;
  }

  private static boolean isDisputed(Work work, String charge) {
    return !work.view(
            Kind.DISPUTE,
            dispute ->
                charge.equals(Json.text(dispute, "charge"))
                    && !"won".equals(Json.text(dispute, "status")))
        .isEmpty();
  }

  private static ObjectNode update(Call call) {
    ObjectNode refund = refund(call);
    Metadata.merge(refund, call.params());
    Refunds.tellUpdated(call.work(), refund);
    return refund;
  }

  private ObjectNode cancel(Call call) {
    ObjectNode refund = refund(call);
    if (!"pending".equals(Json.text(refund, "status"))) {
      throw StripeError.invalid(
          "Refund "
              + call.path("refund")
              + " has a status of "
              + Json.text(refund, "status")
              + " and cannot be canceled.",
          null);
    }
    refunds.cancel(call.work(), refund);
    return refund;
  }

  private static ObjectNode refund(Call call) {
    return call.work().get(Kind.REFUND, call.path("refund"));
  }
}
