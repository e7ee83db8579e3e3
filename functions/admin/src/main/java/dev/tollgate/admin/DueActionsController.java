package dev.tollgate.admin;

import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.schedule.DueActions;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Paging;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.Refused;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/admin/due-actions")
@Tag(name = "Platform owner")
@Allowed(Role.PLATFORM_ADMIN)
final class DueActionsController {
  private static final String BECAUSE = "the platform owner buys nothing from themselves";

  private final DueActions actions;
  private final Time time;

  DueActionsController(DueActions actions, Time time) {
    this.actions = actions;
    this.time = time;
  }

  /** What fell due and was given up, the longest ago first. */
  @Get
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DueActionView.PageView.class)))
  @Refused.ByRole
  @Refused.AsInvalid
  Response dueActions(
      @Paging.Limit @QueryValue @Nullable String limit,
      @Paging.Cursor @QueryValue @Nullable String cursor) {
    return Paging.answer(
        limit,
        cursor,
        paging ->
            Response.ok(
                DueActionView.PageView.of(actions.parked(paging.limit(), paging.cursor()))));
  }

  /** Has one of them tried again, in the next minute. */
  @Post("/{tenantId}/{key}/retry")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(responseCode = "202", description = "Taken")
  @Refused.ByRole
  @Refused.AsUnknown
  Response retryDueAction(@PathVariable String tenantId, @PathVariable String key) {
    boolean taken =
        TenantId.parse(tenantId)
            .flatMap(
                tenant ->
                    DueActionView.action(key)
                        .filter(action -> actions.retry(tenant, action, time.now(tenant))))
            .isPresent();
    return taken ? Response.accepted() : Problem.notFound().response();
  }
}
