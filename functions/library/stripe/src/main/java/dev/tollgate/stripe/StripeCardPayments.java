package dev.tollgate.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.payments.CardPayments;
import dev.tollgate.core.payments.Payment;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Payment intents that are captured by hand; the browser confirms them with Stripe directly. */
final class StripeCardPayments implements CardPayments {
  private final StripeApi api;

  StripeCardPayments(StripeApi api) {
    this.api = api;
  }

  @Override
  public State open(String customer, Payment.Order order, String key) {
    PaymentIntentCreateParams intent =
        PaymentIntentCreateParams.builder()
            .setCustomer(customer)
            .setAmount(order.amount().minor())
            .setCurrency(Wire.lower(order.amount().currency()))
            .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
            .addPaymentMethodType("card")
            .setDescription(order.purpose())
            .putMetadata(Metadata.TENANT, order.tenant().value())
            .putMetadata(Metadata.ORDER, order.id())
            .addExpand("latest_charge")
            .build();
    return state(
        api.call(
            "open a payment",
            stripe -> stripe.v1().paymentIntents().create(intent, StripeApi.keyed(key))));
  }

  @Override
  public State find(String reference) {
    PaymentIntentRetrieveParams whole =
        PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();
    return state(
        api.call(
            "show a payment", stripe -> stripe.v1().paymentIntents().retrieve(reference, whole)));
  }

  @Override
  public State capture(String reference, String key) {
    PaymentIntentCaptureParams capture =
        PaymentIntentCaptureParams.builder().addExpand("latest_charge").build();
    return settled(
        reference,
        api.ask(
            "capture a payment",
            stripe ->
                stripe.v1().paymentIntents().capture(reference, capture, StripeApi.keyed(key))));
  }

  @Override
  public State release(String reference, String key) {
    PaymentIntentCancelParams cancel =
        PaymentIntentCancelParams.builder().addExpand("latest_charge").build();
    return settled(
        reference,
        api.ask(
            "release a payment",
            stripe ->
                stripe.v1().paymentIntents().cancel(reference, cancel, StripeApi.keyed(key))));
  }

  /** A step that is refused may have been taken before, or be too late: the payment says. */
  private State settled(String reference, Reply<PaymentIntent> reply) {
    if (reply instanceof Reply.Given<PaymentIntent>(PaymentIntent intent)) {
      return state(intent);
    }
    State state = find(reference);
    return switch (state.status()) {
      case CAPTURED, RELEASED -> state;
      case OPEN, AUTHORISED -> state(reply.orBug("settle a payment"));
    };
  }

  @Override
  public Refund refund(String reference, Money amount, String key) {
    RefundCreateParams refund =
        RefundCreateParams.builder().setPaymentIntent(reference).setAmount(amount.minor()).build();
    Reply<com.stripe.model.Refund> reply =
        api.ask(
            "refund a payment",
            stripe -> stripe.v1().refunds().create(refund, StripeApi.keyed(key)));
    return switch (reply) {
      case Reply.Given<com.stripe.model.Refund>(com.stripe.model.Refund made) -> refund(made);
      case Reply.Refused<com.stripe.model.Refund> refused ->
          new Refund.Refused(refused.code().isEmpty() ? "refused" : refused.code());
      case Reply.Declined<com.stripe.model.Refund>(String reason) -> new Refund.Refused(reason);
      case Reply.KeyTaken<com.stripe.model.Refund> _ -> new Refund.Refused("another_amount");
    };
  }

  private static Refund refund(com.stripe.model.Refund made) {
    return switch (made.getStatus()) {
      case "failed", "canceled" ->
          new Refund.Refused(Wire.text(made.getFailureReason()).orElse(made.getStatus()));
      default -> new Refund.Given(made.getId(), Wire.instant(made.getCreated()));
    };
  }

  private static State state(PaymentIntent intent) {
    Map<String, String> notes = Optional.ofNullable(intent.getMetadata()).orElse(Map.of());
    return new State(
        intent.getId(),
        Wire.text(intent.getClientSecret()).orElse(""),
        status(intent),
        Wire.money(intent.getAmount(), intent.getCurrency()),
        notes.getOrDefault(Metadata.TENANT, ""),
        notes.getOrDefault(Metadata.ORDER, ""),
        at(intent));
  }

  private static Status status(PaymentIntent intent) {
    return switch (intent.getStatus()) {
      case "requires_capture" -> Status.AUTHORISED;
      case "succeeded" -> Status.CAPTURED;
      case "canceled" -> Status.RELEASED;
      default -> Status.OPEN;
    };
  }

  /** Stripe dates a capture like its reservation. */
  private static Instant at(PaymentIntent intent) {
    return Wire.maybe(intent.getCanceledAt())
        .or(
            () ->
                Optional.ofNullable(intent.getLatestChargeObject())
                    .map(Charge::getCreated)
                    .map(Wire::instant))
        .orElse(Wire.instant(intent.getCreated()));
  }
}
