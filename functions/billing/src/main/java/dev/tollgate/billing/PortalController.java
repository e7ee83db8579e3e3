package dev.tollgate.billing;

import dev.tollgate.core.billing.OpeningPortal;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.ProblemView;
import dev.tollgate.lambda.views.Refused;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Whoever holds the portal's page can change and end what is paid, so both routes are writes. */
@Controller("/api/v1/billing")
@Tag(name = "Billing")
final class PortalController {
  private static final String BECAUSE = "a card that failed is put right here";

  private final OpeningPortal opening;

  PortalController(OpeningPortal opening) {
    this.opening = opening;
  }

  /** Opens the payment provider's page for cards and invoices, good for a few minutes. */
  @Post("/portal-session")
  @Allowed({Role.OWNER, Role.ADMIN})
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LinkView.class)))
  @ApiResponse(
      responseCode = "400",
      description = "no_stripe_customer",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.WithoutProvider
  Response openPortal(@Parameter(hidden = true) Principal caller) {
    return switch (opening.open(caller.member().account().id())) {
      case OpeningPortal.Opened opened -> Response.ok(new LinkView(opened.url().toString()));
      case OpeningPortal.NotConfigured _ -> Refusals.notConfigured();
      case OpeningPortal.NoCustomer _ -> Refusals.noCustomer();
    };
  }

  /** The same, for a client that can only follow links. */
  @Get("/portal-session")
  @Allowed({Role.OWNER, Role.ADMIN})
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LinkView.class)))
  @ApiResponse(
      responseCode = "400",
      description = "no_stripe_customer",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.WithoutProvider
  Response portalLink(@Parameter(hidden = true) Principal caller) {
    return openPortal(caller);
  }
}
