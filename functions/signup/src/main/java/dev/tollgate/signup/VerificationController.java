package dev.tollgate.signup;

import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.onboarding.RequestingVerification;
import dev.tollgate.core.onboarding.VerifyingEmail;
import dev.tollgate.lambda.guard.Open;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.ProblemView;
import dev.tollgate.lambda.views.TokensView;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/v1/auth")
@Tag(name = "Public")
final class VerificationController {
  private final VerifyingEmail verifying;
  private final RequestingVerification requesting;

  VerificationController(VerifyingEmail verifying, RequestingVerification requesting) {
    this.verifying = verifying;
    this.requesting = requesting;
  }

  /** Proves the mailbox with the token of a mail, and logs in. */
  @Post("/verify-email")
  @Open(because = "the token of the mail says who it is")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TokensView.class)))
  @ApiResponse(
      responseCode = "400",
      description = "token_invalid_or_expired",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  Response verify(@Body VerifyRequest body, @Parameter(hidden = true) Client client) {
    return switch (verifying.verify(body.token(), client)) {
      case VerifyingEmail.Verified verified -> Response.ok(TokensView.of(verified.tokens()));
      case VerifyingEmail.AlreadyVerified _ -> Response.ok(new AlreadyVerified(true));
      case VerifyingEmail.Invalid _ ->
          Problem.of(
                  400,
                  "token_invalid_or_expired",
                  "This link does not work",
                  "It is not one of ours, or it is too old; ask for a new mail.")
              .response();
    };
  }

  /** Sends the mail again; the answer is the same whether there is anybody to send it to. */
  @Post("/resend-verification")
  @Open(because = "it answers everybody alike and writes to the stored address only")
  @ApiResponse(responseCode = "202", description = "Taken")
  @ApiResponse(
      responseCode = "429",
      description = "rate_limited",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  Response resend(@Body ResendRequest body, @Parameter(hidden = true) Client client) {
    return requesting
        .request(body.email(), client)
        .map(refusal -> Problem.rateLimited(refusal.retryAfter()).response())
        .orElseGet(Response::accepted);
  }

  /** The token of the mail's link. */
  @Introspected
  record VerifyRequest(String token) {}

  /** Who wants the mail. */
  @Introspected
  record ResendRequest(EmailAddress email) {}

  /** The link was used before, by a person who is verified. */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record AlreadyVerified(boolean alreadyVerified) {}
}
