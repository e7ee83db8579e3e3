package dev.tollgate.login;

import dev.tollgate.core.identity.LoggingIn;
import dev.tollgate.core.identity.Password;
import dev.tollgate.core.identity.RefreshingSession;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.lambda.guard.Guards;
import dev.tollgate.lambda.guard.Open;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.ProblemView;
import dev.tollgate.lambda.views.TokensView;
import io.micronaut.core.annotation.Introspected;
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
@Tag(name = "Login")
final class LoginController {
  private final LoggingIn loggingIn;
  private final RefreshingSession refreshing;

  LoginController(LoggingIn loggingIn, RefreshingSession refreshing) {
    this.loggingIn = loggingIn;
    this.refreshing = refreshing;
  }

  /** Opens a session. */
  @Post("/login")
  @Open(because = "this is where one says who one is")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TokensView.class)))
  @ApiResponse(
      responseCode = "400",
      description = "use_oauth_provider",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  @ApiResponse(
      responseCode = "401",
      description = "invalid_credentials",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  @ApiResponse(
      responseCode = "403",
      description = "email_not_verified",
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
  Response logIn(@Body LoginRequest body, @Parameter(hidden = true) Client client) {
    return switch (loggingIn.logIn(body.email(), body.password(), client)) {
      case LoggingIn.LoggedIn done -> Response.ok(TokensView.of(done.tokens()));
      case LoggingIn.InvalidCredentials _ ->
          refused(401, "invalid_credentials", "E-mail address and password do not match.")
              .response();
      case LoggingIn.NotVerified _ ->
          refused(403, "email_not_verified", "Follow the link in the mail we sent first.")
              .response();
      case LoggingIn.UseProvider use ->
          refused(400, "use_oauth_provider", "This person signs in with a provider.")
              .with("providers", List.copyOf(use.providers()))
              .response();
      case LoggingIn.RateLimited limited ->
          Problem.rateLimited(limited.refusal().retryAfter()).response();
    };
  }

  /** Trades a refresh token for a new pair; the old one is worthless from then on. */
  @Post("/refresh")
  @Open(because = "the refresh token says who it is")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TokensView.class)))
  @ApiResponse(
      responseCode = "401",
      description = "unauthenticated",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  @ApiResponse(
      responseCode = "403",
      description = "tenant_suspended",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  Response refresh(@Body RefreshRequest body, @Parameter(hidden = true) Client client) {
    return switch (refreshing.refresh(body.refreshToken(), client)) {
      case RefreshingSession.Refreshed done -> Response.ok(TokensView.of(done.tokens()));
      case RefreshingSession.TenantSuspended suspended ->
          Guards.suspended(suspended.standing()).response();
      case RefreshingSession.Refused _ ->
          refused(401, "unauthenticated", "This session is over; please log in again.").response();
    };
  }

  private static Problem refused(int status, String error, String detail) {
    return Problem.of(status, error, "Logging in did not work", detail);
  }

  /** E-mail address and password. */
  @Introspected
  record LoginRequest(EmailAddress email, Password password) {}

  /** The latest refresh token. */
  @Introspected
  record RefreshRequest(String refreshToken) {}
}
