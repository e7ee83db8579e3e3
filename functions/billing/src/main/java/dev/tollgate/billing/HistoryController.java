package dev.tollgate.billing;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.ledger.Ledger;
import dev.tollgate.core.subscriptions.Enrollment;
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
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/billing")
@Tag(name = "Billing")
final class HistoryController {
  private static final String BECAUSE = "what was paid is theirs to know, whatever is paid now";

  private final Ledger ledger;
  private final SummingLedger summing;
  private final Edition edition;

  HistoryController(Ledger ledger, SummingLedger summing, Edition edition) {
    this.ledger = ledger;
    this.summing = summing;
    this.edition = edition;
  }

  /** Every movement of money, newest first. */
  @Get("/history")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = HistoryView.class)))
  @Refused.AsInvalid
  Response billingHistory(
      @Paging.Limit @QueryValue @Nullable String limit,
      @Paging.Cursor @QueryValue @Nullable String cursor,
      @Parameter(hidden = true) Principal caller) {
    TenantId tenant = caller.member().account().id();
    return Paging.answer(
        limit,
        cursor,
        paging ->
            Response.ok(HistoryView.of(ledger.page(tenant, paging.limit(), paging.cursor()))));
  }

  /** What was paid altogether, and when the next payment is due. */
  @Get("/summary")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SummaryView.class)))
  Response billingSummary(@Parameter(hidden = true) Principal caller) {
    Enrollment enrollment = caller.member().enrollment();
    String currency = enrollment.currency().orElse(edition.currency());
    return Response.ok(
        SummaryView.of(summing.of(enrollment.tenant(), currency), currency, enrollment.contract()));
  }
}
