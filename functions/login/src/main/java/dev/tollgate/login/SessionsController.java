package dev.tollgate.login;

import dev.tollgate.core.identity.LoggingOut;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.guard.Guards;
import dev.tollgate.lambda.guard.Open;
import dev.tollgate.lambda.http.BodyText;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Request;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.ProblemView;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

@Controller("/api/v1/auth")
@Tag(name = "Login")
final class SessionsController {
  private final LoggingOut loggingOut;
  private final Guards guards;

  SessionsController(LoggingOut loggingOut, Guards guards) {
    this.loggingOut = loggingOut;
    this.guards = guards;
  }

  /**
   * Ends the session of the access token, or of a {@code refresh_token} in the body where the
   * access token has run out.
   */
  @Post("/logout")
  @Open(because = "leaving must work with a refresh token alone, and for the suspended")
  @ApiResponse(responseCode = "204", description = "The session is over")
  @ApiResponse(
      responseCode = "401",
      description = "unauthenticated",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  Response logOut(@Parameter(hidden = true) Request request) {
    Optional<Principal> principal = guards.authenticate(request);
    principal.ifPresent(caller -> loggingOut.logOut(caller, request.client()));
    boolean done =
        principal.isPresent()
            || BodyText.optional(request, "refresh_token")
                .filter(token -> loggingOut.logOut(token, request.client()))
                .isPresent();
    return done ? Response.noContent() : Problem.unauthenticated().response();
  }

  /** The caller's live sessions, the latest login first. */
  @Get("/sessions")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = "one's own sessions are one's own whatever was paid")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SessionList.class)))
  @ApiResponse(
      responseCode = "401",
      description = "unauthenticated",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  Response sessions(@Parameter(hidden = true) Principal caller) {
    return Response.ok(SessionList.of(loggingOut.live(caller), caller));
  }

  /** Ends one of the caller's sessions. */
  @Delete("/sessions/{id}")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = "one's own sessions are one's own whatever was paid")
  @ApiResponse(responseCode = "204", description = "The session is over")
  @ApiResponse(
      responseCode = "404",
      description = "not_found",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  Response revoke(
      @PathVariable String id,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return SessionId.parse(id)
            .filter(session -> loggingOut.revoke(caller, session, client))
            .isPresent()
        ? Response.noContent()
        : Problem.notFound().response();
  }
}
