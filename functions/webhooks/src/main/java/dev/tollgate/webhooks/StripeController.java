package dev.tollgate.webhooks;

import dev.tollgate.core.billing.ReceivingEvents;
import dev.tollgate.lambda.guard.Open;
import dev.tollgate.lambda.guard.Uncounted;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Request;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.ProblemView;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/**
 * Where Stripe delivers. Its answers are read by a machine that tries again on anything but 2xx.
 */
@Controller
@Tag(name = "Webhooks")
final class StripeController {
  /** Bytes. Its largest events are some 200 kB; what is longer is not worth a hash. */
  static final int LONGEST_BODY = 1_000_000;

  /** Characters; a time and two signatures come to 160. */
  static final int LONGEST_SIGNATURE = 4_000;

  private final ReceivingEvents receiving;

  StripeController(ReceivingEvents receiving) {
    this.receiving = receiving;
  }

  /** Takes a signed event; it is stored and queued before this answers. */
  @Post("/api/v1/webhooks/stripe")
  @Open(because = "the signature over the body says who it is")
  @Uncounted(because = "the provider sends from few addresses, in bursts")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @ApiResponse(
      responseCode = "400",
      description = "invalid_signature, livemode_mismatch, payload_too_large",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  Response receive(@Parameter(hidden = true) Request request) {
    if (request.body().length > LONGEST_BODY) {
      return tooLarge().response();
    }
    if (request.header("stripe-signature").filter(StripeController::isTooLong).isPresent()) {
      return invalidSignature().response();
    }
    return switch (receiving.receive(request.body(), request.header("stripe-signature"))) {
      case ReceivingEvents.Received _ -> Response.ok(new Receipt(true));
      case ReceivingEvents.Refused _ -> invalidSignature().response();
      case ReceivingEvents.OtherMode _ -> otherMode().response();
    };
  }

  private static boolean isTooLong(String signature) {
    return signature.length() > LONGEST_SIGNATURE;
  }

  private static Problem invalidSignature() {
    return Problem.of(
        400,
        "invalid_signature",
        "Not signed by a secret of ours",
        "Only a fresh event, signed by Stripe for this endpoint, is taken.");
  }

  private static Problem otherMode() {
    return Problem.of(
        400,
        "livemode_mismatch",
        "The other mode",
        "This deployment takes events either of live mode or of test mode, and this is not its.");
  }

  private static Problem tooLarge() {
    return Problem.of(
        400, "payload_too_large", "The event is too large", "No event of Stripe's is this large.");
  }

  /** The event is safe with us. */
  @Serdeable
  record Receipt(boolean received) {}
}
