package dev.tollgate.admin;

import dev.tollgate.core.billing.ProviderEvents;
import dev.tollgate.core.billing.ReplayingEvents;
import dev.tollgate.core.billing.StoredEvent;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Violation;
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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/admin/webhook-events")
@Tag(name = "Platform owner")
@Allowed(Role.PLATFORM_ADMIN)
final class EventsController {
  private static final String BECAUSE = "the platform owner buys nothing from themselves";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,255}");

  private final FindingEvents finding;
  private final ProviderEvents events;
  private final ReplayingEvents replaying;

  EventsController(FindingEvents finding, ProviderEvents events, ReplayingEvents replaying) {
    this.finding = finding;
    this.events = events;
    this.replaying = replaying;
  }

  /** The payment provider's events and what became of each, newest first. */
  @Get
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EventView.PageView.class)))
  @Refused.ByRole
  @Refused.AsInvalid
  Response webhookEvents(
      @Parameter(
              description = "received, applied, ignored or failed",
              schema = @Schema(type = "string"))
          @QueryValue
          @Nullable String status,
      @Paging.Limit @QueryValue @Nullable String limit,
      @Paging.Cursor @QueryValue @Nullable String cursor) {
    Optional<StoredEvent.Status> wanted =
        Arrays.stream(StoredEvent.Status.values())
            .filter(each -> each.wireName().equals(status))
            .findFirst();
    if (status != null && wanted.isEmpty()) {
      return Problem.invalid(
              List.of(new Violation("status", "must be received, applied, ignored or failed")))
          .response();
    }
    return Paging.answer(
        limit, cursor, paging -> Response.ok(EventView.PageView.of(finding.find(paging, wanted))));
  }

  /** One event. */
  @Get("/{id}")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EventView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  Response webhookEvent(@PathVariable String id) {
    return known(id)
        .flatMap(events::find)
        .map(stored -> Response.ok(EventView.of(stored)))
        .orElseGet(() -> Problem.notFound().response());
  }

  /** Has an event applied again; what it did already it does not do twice. */
  @Post("/{id}/replay")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = EventView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  Response replayWebhookEvent(@PathVariable String id) {
    return known(id)
        .flatMap(replaying::replay)
        .map(stored -> Response.json(202, EventView.of(stored)))
        .orElseGet(() -> Problem.notFound().response());
  }

  /** What is no id of the provider's is not looked up: no key could hold it. */
  private static Optional<String> known(String id) {
    return Optional.of(id).filter(text -> ID.matcher(text).matches());
  }
}
