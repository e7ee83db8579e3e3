package dev.tollgate.account;

import dev.tollgate.core.identity.ChoosingMails;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
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

@Controller("/api/v1/users/me/notifications")
@Tag(name = "Account")
final class MailsController {
  private static final String BECAUSE = "what one is mailed is one's own choice, whatever was paid";

  private final ChoosingMails choosing;

  MailsController(ChoosingMails choosing) {
    this.choosing = choosing;
  }

  /** Which mails the caller wants, of those that can be turned off. */
  @Get
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MailsView.class)))
  Response mails(@Parameter(hidden = true) Principal caller) {
    return Response.ok(MailsView.of(caller.member().user().mails()));
  }

  /** Turns mails on or off; what is absent stays. */
  @Put
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MailsView.class)))
  @Refused.AsInvalid
  Response chooseMails(
      @Body MailsRequest body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    if (body.choices().isEmpty()) {
      return Problem.invalid(
              List.of(
                  new Violation(
                      "trial_reminders", "or limit_alerts or product_news must be given")))
          .response();
    }
    return Response.ok(MailsView.of(choosing.choose(caller.member(), body.choices(), client)));
  }
}
