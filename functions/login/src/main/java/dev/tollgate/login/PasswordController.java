package dev.tollgate.login;

import dev.tollgate.core.identity.ChangingPassword;
import dev.tollgate.core.identity.NewPassword;
import dev.tollgate.core.identity.Password;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.ResettingPassword;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.guard.Open;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.ProblemView;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/v1/auth")
@Tag(name = "Login")
final class PasswordController {
  private final ResettingPassword resetting;
  private final ChangingPassword changing;

  PasswordController(ResettingPassword resetting, ChangingPassword changing) {
    this.resetting = resetting;
    this.changing = changing;
  }

  /**
   * Sends a link to a new password; the answer is the same whether there is anybody to send it to.
   */
  @Post("/forgot-password")
  @Open(because = "whoever forgot a password cannot log in")
  @ApiResponse(responseCode = "202", description = "Taken")
  @ApiResponse(
      responseCode = "429",
      description = "rate_limited",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  Response forgot(@Body ForgotRequest body, @Parameter(hidden = true) Client client) {
    return resetting
        .request(body.email(), client)
        .map(refusal -> Problem.rateLimited(refusal.retryAfter()).response())
        .orElseGet(Response::accepted);
  }

  /** Sets a new password with the token of a mail, and ends every session. */
  @Post("/reset-password")
  @Open(because = "the token of the mail says who it is")
  @ApiResponse(responseCode = "204", description = "The new password holds")
  @ApiResponse(
      responseCode = "400",
      description = "token_invalid_or_expired",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  Response reset(@Body ResetRequest body, @Parameter(hidden = true) Client client) {
    return resetting.reset(body.token(), body.password(), client)
        ? Response.noContent()
        : Problem.of(
                400,
                "token_invalid_or_expired",
                "This link does not work",
                "It is too old or was used; ask for a new mail.")
            .response();
  }

  /** Sets a new password and ends every other session. */
  @Post("/change-password")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = "one's own password is one's own whatever was paid")
  @ApiResponse(responseCode = "204", description = "The new password holds")
  @ApiResponse(
      responseCode = "401",
      description = "invalid_credentials",
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
  Response change(
      @Body ChangeRequest body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return switch (changing.change(caller, body.currentPassword(), body.newPassword(), client)) {
      case ChangingPassword.Changed _ -> Response.noContent();
      case ChangingPassword.WrongPassword _ ->
          Problem.of(
                  401,
                  "invalid_credentials",
                  "The password was not changed",
                  "The present password is not right.")
              .response();
      case ChangingPassword.RateLimited limited ->
          Problem.rateLimited(limited.refusal().retryAfter()).response();
    };
  }

  /** Who forgot. */
  @Introspected
  record ForgotRequest(EmailAddress email) {}

  /** The token of the mail's link, and the new password. */
  @Introspected
  record ResetRequest(String token, NewPassword password) {}

  /** The present password and the new one. */
  @Introspected
  record ChangeRequest(Password currentPassword, NewPassword newPassword) {}
}
