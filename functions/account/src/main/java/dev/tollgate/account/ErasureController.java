package dev.tollgate.account;

import dev.tollgate.core.erasure.RequestingErasure;
import dev.tollgate.core.identity.Password;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.ProblemView;
import dev.tollgate.lambda.views.Refused;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

@Controller("/api/v1/accounts")
@Tag(name = "Account")
final class ErasureController {
  private final RequestingErasure requesting;

  ErasureController(RequestingErasure requesting) {
    this.requesting = requesting;
  }

  /**
   * Has the account erased thirty days later, with everything in it. Everybody is logged out at
   * once, and a paid subscription ends with its period. The owner's next login undoes all of it.
   */
  @Delete("/me")
  @Allowed(Role.OWNER)
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = "whoever does not pay may leave all the same")
  @ApiResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = ErasureView.class)))
  @ApiResponse(
      responseCode = "401",
      description = "invalid_credentials",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @ApiResponse(
      responseCode = "429",
      description = "rate_limited",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.AsInvalid
  Response eraseAccount(
      @Body ErasureRequest body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return switch (requesting.request(caller, body.password(), body.confirm(), client)) {
      case RequestingErasure.Scheduled scheduled ->
          Response.json(202, new ErasureView(scheduled.at().toString()));
      case RequestingErasure.NotConfirmed _ ->
          Problem.invalid(
                  List.of(new Violation("confirm", "must be the account's name, or DELETE")))
              .response();
      case RequestingErasure.WrongPassword _ ->
          Problem.of(
                  401,
                  "invalid_credentials",
                  "The account stays as it is",
                  "The password is not right.")
              .response();
      case RequestingErasure.NotTheirs _ ->
          Problem.of(
                  403,
                  "forbidden",
                  "This account is not yours to erase",
                  "Only its owner may, and nobody the platform's own.")
              .response();
      case RequestingErasure.RateLimited limited ->
          Problem.rateLimited(limited.refusal().retryAfter()).response();
    };
  }

  /**
   * Who means it.
   *
   * @param confirm the account's name as it is shown, or the word DELETE
   */
  @Introspected
  record ErasureRequest(Password password, String confirm) {}

  /**
   * @param erasesAt when it begins, unless the owner logs in before
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record ErasureView(String erasesAt) {}
}
