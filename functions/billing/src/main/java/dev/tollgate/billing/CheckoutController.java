package dev.tollgate.billing;

import dev.tollgate.core.billing.OpeningCheckout;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Idempotent;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.ProblemView;
import dev.tollgate.lambda.views.Refused;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/v1/billing")
@Tag(name = "Billing")
final class CheckoutController {
  private final OpeningCheckout opening;

  CheckoutController(OpeningCheckout opening) {
    this.opening = opening;
  }

  /** Opens the payment provider's checkout; what is left of a trial goes over. */
  @Post("/checkout-session")
  @Allowed({Role.OWNER, Role.ADMIN})
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = "paying is how a subscription comes to life")
  @Idempotent
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LinkView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "subscription_exists, currency_fixed (with `currency`)",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.AsInvalid
  @Refused.WithoutProvider
  Response openCheckout(
      @Body CheckoutRequest body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return switch (opening.open(caller.member(), body.wish(), client)) {
      case OpeningCheckout.Opened opened -> Response.ok(new LinkView(opened.url().toString()));
      case OpeningCheckout.NotConfigured _ -> Refusals.notConfigured();
      case OpeningCheckout.Invalid invalid -> Problem.invalid(invalid.violations()).response();
      case OpeningCheckout.AlreadySubscribed _ -> Refusals.subscriptionExists();
      case OpeningCheckout.CurrencyFixed fixed -> Refusals.currencyFixed(fixed.currency());
    };
  }
}
