package dev.tollgate.account;

import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.UpdatingAccount;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.AccountView;
import dev.tollgate.lambda.views.Refused;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

@Controller("/api/v1/accounts")
@Tag(name = "Account")
final class AccountController {
  private final UpdatingAccount updating;

  AccountController(UpdatingAccount updating) {
    this.updating = updating;
  }

  /** The caller's account; no billing data. */
  @Get("/me")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = "what one's own account is called is theirs to know, whatever was paid")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = OwnAccountView.class)))
  Response account(@Parameter(hidden = true) Principal caller) {
    Role role = caller.member().user().role();
    return Response.ok(OwnAccountView.of(AccountView.of(caller.member().account()), role));
  }

  /** Changes what the account is called, where its days and months begin, or its language. */
  @Put("/me")
  @Allowed({Role.OWNER, Role.ADMIN})
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = OwnAccountView.class)))
  @Refused.ByRole
  @Refused.AsInvalid
  Response changeAccount(
      @Body AccountRequest body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    if (body.changesNothing()) {
      return Problem.invalid(
              List.of(new Violation("name", "or time_zone or language must be given")))
          .response();
    }
    AccountView changed = AccountView.of(updating.update(caller.member(), body.change(), client));
    return Response.ok(OwnAccountView.of(changed, caller.member().user().role()));
  }
}
