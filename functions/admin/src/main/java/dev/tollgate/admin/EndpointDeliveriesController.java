package dev.tollgate.admin;

import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.EndpointId;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.outgoing.Endpoints;
import dev.tollgate.core.outgoing.RetryingDelivery;
import dev.tollgate.core.outgoing.TestingEndpoint;
import dev.tollgate.core.outgoing.WebhookDeliveries;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Paging;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.ProblemView;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/admin/webhook-endpoints/{id}")
@Tag(name = "Platform owner")
@Allowed(Role.PLATFORM_ADMIN)
final class EndpointDeliveriesController {
  private final TestingEndpoint testing;
  private final RetryingDelivery retrying;
  private final Endpoints endpoints;
  private final WebhookDeliveries deliveries;
  private final Time time;

  EndpointDeliveriesController(
      TestingEndpoint testing,
      RetryingDelivery retrying,
      Endpoints endpoints,
      WebhookDeliveries deliveries,
      Time time) {
    this.testing = testing;
    this.retrying = retrying;
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.time = time;
  }

  /** Sends the event `endpoint.test` now, once, and says how that went. */
  @Post("/test")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = EndpointsController.BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EndpointTestView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "endpoint_disabled",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  Response testWebhookEndpoint(@PathVariable String id) {
    return EndpointsController.known(id)
        .map(testing::test)
        .map(
            outcome ->
                switch (outcome) {
                  case TestingEndpoint.Sent sent ->
                      Response.ok(EndpointTestView.of(sent.outcome()));
                  case TestingEndpoint.Unknown _ -> Problem.notFound().response();
                  case TestingEndpoint.Disabled _ -> disabled();
                })
        .orElseGet(() -> Problem.notFound().response());
  }

  /** What was sent to it and how far that has come, newest first; kept for 30 days. */
  @Get("/deliveries")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = EndpointsController.BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WebhookDeliveryView.PageView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  @Refused.AsInvalid
  Response webhookDeliveries(
      @PathVariable String id,
      @Paging.Limit @QueryValue @Nullable String limit,
      @Paging.Cursor @QueryValue @Nullable String cursor) {
    Optional<EndpointId> known =
        EndpointsController.known(id).filter(each -> endpoints.find(each).isPresent());
    if (known.isEmpty()) {
      return Problem.notFound().response();
    }
    return Paging.answer(
        limit,
        cursor,
        paging ->
            Response.ok(
                WebhookDeliveryView.PageView.of(
                    deliveries.list(known.get(), paging.limit(), paging.cursor(), time.now()))));
  }

  /** Has it sent again within a minute, whatever became of it, with all its tries before it. */
  @Post("/deliveries/{message}/retry")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = EndpointsController.BECAUSE)
  @ApiResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = WebhookDeliveryView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "endpoint_disabled",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  Response retryWebhookDelivery(@PathVariable String id, @PathVariable String message) {
    Optional<EndpointId> endpoint = EndpointsController.known(id);
    if (endpoint.isEmpty() || !MessageId.isValid(message)) {
      return Problem.notFound().response();
    }
    return switch (retrying.retry(endpoint.get(), new MessageId(message))) {
      case RetryingDelivery.UnderWay underWay ->
          Response.json(202, WebhookDeliveryView.of(underWay.delivery()));
      case RetryingDelivery.Unknown _ -> Problem.notFound().response();
      case RetryingDelivery.Disabled _ -> disabled();
    };
  }

  private static Response disabled() {
    return Problem.of(
            409,
            "endpoint_disabled",
            "The endpoint is disabled",
            "Enable it first; a disabled endpoint gets nothing.")
        .response();
  }
}
