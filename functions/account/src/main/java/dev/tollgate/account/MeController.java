package dev.tollgate.account;

import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.PersonName;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.UpdatingProfile;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.AccountView;
import dev.tollgate.lambda.views.ProblemView;
import dev.tollgate.lambda.views.UserView;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/v1/auth")
@Tag(name = "Login")
final class MeController {
  private final UpdatingProfile updating;

  MeController(UpdatingProfile updating) {
    this.updating = updating;
  }

  /** Who the caller is; no billing data. */
  @Get("/me")
  @Exempt(
      from = {Guard.SUSPENSION, Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = "a person must be able to learn why nothing else works")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Me.class)))
  @ApiResponse(
      responseCode = "401",
      description = "unauthenticated",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  Response me(@Parameter(hidden = true) Principal caller) {
    return Response.ok(Me.of(caller.member()));
  }

  /** Changes what the caller is called. */
  @Put("/me")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = "one's own name is one's own whatever was paid")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Me.class)))
  @ApiResponse(
      responseCode = "422",
      description = "validation_failed",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  Response update(
      @Body UpdateRequest body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return Response.ok(Me.of(updating.rename(caller.member(), body.fullName(), client)));
  }

  /** What can be changed. */
  @Introspected
  record UpdateRequest(PersonName fullName) {}

  /** A person in their account. */
  @Serdeable
  record Me(UserView user, AccountView account, String role) {
    static Me of(Member member) {
      return new Me(
          UserView.of(member.user()),
          AccountView.of(member.account()),
          member.user().role().wireName());
    }
  }
}
