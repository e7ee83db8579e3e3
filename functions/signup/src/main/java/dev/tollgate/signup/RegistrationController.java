package dev.tollgate.signup;

import dev.tollgate.core.onboarding.SigningUp;
import dev.tollgate.lambda.guard.Open;
import dev.tollgate.lambda.guard.UpgradeUrl;
import dev.tollgate.lambda.http.Idempotent;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Request;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.runtime.Environment;
import dev.tollgate.lambda.views.ProblemView;
import dev.tollgate.lambda.views.QuotaExceeded;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

@Controller("/api/v1/auth")
@Tag(name = "Public")
final class RegistrationController {
  private final SigningUp signingUp;
  private final String upgradeUrl;

  RegistrationController(SigningUp signingUp, Environment environment) {
    this.signingUp = signingUp;
    this.upgradeUrl = UpgradeUrl.of(environment);
  }

  /** Makes an account with its owner, or joins the account of an invitation. */
  @Post("/register")
  @Open(because = "nobody has an account before this")
  @Idempotent
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = RegisteredView.class)))
  @ApiResponse(
      responseCode = "400",
      description = "invite_required, invite_invalid_or_expired_or_revoked, invite_email_mismatch",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  @ApiResponse(
      responseCode = "403",
      description = "quota_exceeded: the inviting account has no seat left",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "email_taken",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  @ApiResponse(
      responseCode = "422",
      description = "validation_failed",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  @ApiResponse(
      responseCode = "429",
      description = "rate_limited",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  Response register(@Body RegisterRequest body, @Parameter(hidden = true) Request request) {
    return switch (signingUp.signUp(body.signUp(request))) {
      case SigningUp.SignedUp done -> Response.created(RegisteredView.of(done));
      case SigningUp.EmailTaken _ ->
          refused(409, "email_taken", "Somebody has signed up with this e-mail address.");
      case SigningUp.InviteRequired _ ->
          refused(400, "invite_required", "Signing up needs an invitation at present.");
      case SigningUp.InviteInvalid _ ->
          refused(
              400,
              "invite_invalid_or_expired_or_revoked",
              "This invitation is not valid, or not any more.");
      case SigningUp.InviteEmailMismatch _ ->
          refused(400, "invite_email_mismatch", "This invitation is for another e-mail address.");
      case SigningUp.AccountFull full ->
          QuotaExceeded.problem(full.plan(), List.of(full.users()), upgradeUrl).response();
      case SigningUp.RateLimited limited ->
          Problem.rateLimited(limited.refusal().retryAfter()).response();
    };
  }

  private static Response refused(int status, String error, String detail) {
    return Problem.of(status, error, "Signing up did not work", detail).response();
  }
}
