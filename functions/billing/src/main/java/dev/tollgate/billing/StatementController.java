package dev.tollgate.billing;

import dev.tollgate.core.billing.Statements;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Paging;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.Refused;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/billing")
@Tag(name = "Billing")
final class StatementController {
  private static final String BECAUSE = "an invoice is theirs, whatever is paid now";

  private final Statements statements;

  StatementController(Statements statements) {
    this.statements = statements;
  }

  /** The payment provider's invoices, newest first; none for who never came to a checkout. */
  @Get("/invoices")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = InvoicesView.class)))
  @Refused.AsInvalid
  @Refused.WithoutProvider
  Response invoices(
      @Paging.Limit @QueryValue @Nullable String limit,
      @Paging.Cursor @QueryValue @Nullable String cursor,
      @Parameter(hidden = true) Principal caller) {
    Optional<String> customer = caller.member().enrollment().customer().id();
    return Paging.answer(
        limit,
        cursor,
        paging ->
            Response.ok(
                customer
                    .map(id -> statements.invoices(id, paging.limit(), paging.cursor()))
                    .map(InvoicesView::of)
                    .orElseGet(InvoicesView::none)));
  }

  /** The cards on file; none for who never came to a checkout. */
  @Get("/payment-methods")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CardsView.class)))
  @Refused.WithoutProvider
  Response paymentMethods(@Parameter(hidden = true) Principal caller) {
    return Response.ok(
        CardsView.of(
            caller.member().enrollment().customer().id().map(statements::cards).orElse(List.of())));
  }
}
