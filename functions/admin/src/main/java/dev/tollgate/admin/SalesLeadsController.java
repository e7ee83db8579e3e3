package dev.tollgate.admin;

import dev.tollgate.core.identity.Role;
import dev.tollgate.core.leads.SalesLeads;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Paging;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.Refused;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/admin/sales-leads")
@Tag(name = "Platform owner")
@Allowed(Role.PLATFORM_ADMIN)
final class SalesLeadsController {
  private final SalesLeads leads;

  SalesLeadsController(SalesLeads leads) {
    this.leads = leads;
  }

  /** Who asked for an offer, newest first. */
  @Get
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = "the platform owner buys nothing from themselves")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SalesLeadView.PageView.class)))
  @Refused.ByRole
  @Refused.AsInvalid
  Response salesLeads(
      @Paging.Limit @QueryValue @Nullable String limit,
      @Paging.Cursor @QueryValue @Nullable String cursor) {
    return Paging.answer(
        limit,
        cursor,
        paging ->
            Response.ok(SalesLeadView.PageView.of(leads.page(paging.limit(), paging.cursor()))));
  }
}
