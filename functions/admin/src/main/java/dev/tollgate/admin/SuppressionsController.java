package dev.tollgate.admin;

import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.mailing.LiftingSuppression;
import dev.tollgate.core.messages.Suppressions;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.Refused;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;

/**
 * Addresses that get no mail. They come in the body, since paths stay in histories and in the logs
 * of what stands between.
 */
@Controller("/api/v1/admin/suppressions")
@Tag(name = "Platform owner")
@Allowed(Role.PLATFORM_ADMIN)
final class SuppressionsController {
  private static final String BECAUSE = "the platform owner buys nothing from themselves";

  private final Suppressions suppressions;
  private final LiftingSuppression lifting;

  SuppressionsController(Suppressions suppressions, LiftingSuppression lifting) {
    this.suppressions = suppressions;
    this.lifting = lifting;
  }

  /** Why an address gets no mail; 404 where it does. */
  @Post("/find")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SuppressionView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  @Refused.AsInvalid
  Response findSuppression(@Body AddressRequest body) {
    return suppressions
        .find(body.email())
        .map(found -> Response.ok(SuppressionView.of(found)))
        .orElseGet(() -> Problem.notFound().response());
  }

  /** Lets an address have mail again; 404 where nothing kept it from it. */
  @Post("/lift")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(responseCode = "204", description = "Lifted")
  @Refused.ByRole
  @Refused.AsUnknown
  @Refused.AsInvalid
  Response liftSuppression(
      @Body AddressRequest body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return lifting.lift(body.email(), caller.member(), client)
        ? Response.noContent()
        : Problem.notFound().response();
  }

  /** Whose mail it is about. */
  @Introspected
  record AddressRequest(EmailAddress email) {}

  /**
   * That an address gets no mail.
   *
   * @param cause bounce or complaint
   */
  @Serdeable
  record SuppressionView(String cause, String since) {
    static SuppressionView of(Suppressions.Suppression found) {
      return new SuppressionView(
          found.cause().name().toLowerCase(Locale.ROOT), found.since().toString());
    }
  }
}
