package dev.tollgate.admin;

import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EndpointId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.outgoing.ManagingEndpoints;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Idempotent;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.ProblemView;
import dev.tollgate.lambda.views.Refused;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

@Controller("/api/v1/admin/webhook-endpoints")
@Tag(name = "Platform owner")
@Allowed(Role.PLATFORM_ADMIN)
final class EndpointsController {
  static final String BECAUSE = "the platform owner buys nothing from themselves";

  private final ManagingEndpoints managing;
  private final Time time;

  EndpointsController(ManagingEndpoints managing, Time time) {
    this.managing = managing;
    this.time = time;
  }

  /** Where this deployment's news go: all endpoints, at most 20. */
  @Get
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EndpointView.ListView.class)))
  @Refused.ByRole
  Response webhookEndpoints() {
    return Response.ok(EndpointView.ListView.of(managing.all(), time.now()));
  }

  /** Adds one. The secret that signs what it gets is in this answer and in no other. */
  @Post
  @Idempotent
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = EndpointView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "too_many_endpoints (with `limit`)",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.AsInvalid
  Response createWebhookEndpoint(
      @Body EndpointRequest body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return switch (managing.create(body.draft(), caller.member(), client)) {
      case ManagingEndpoints.Kept kept ->
          Response.created(EndpointView.withSecret(kept.endpoint(), time.now()));
      case ManagingEndpoints.Refusal refusal -> refused(refusal);
    };
  }

  /** One of them. */
  @Get("/{id}")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EndpointView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  Response webhookEndpoint(@PathVariable String id) {
    return known(id)
        .flatMap(managing::find)
        .map(endpoint -> Response.ok(EndpointView.of(endpoint, time.now())))
        .orElseGet(() -> Problem.notFound().response());
  }

  /** Changes what is named, `enabled` among it. A disabled endpoint gets nothing. */
  @Put("/{id}")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EndpointView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  @Refused.AsInvalid
  Response changeWebhookEndpoint(
      @PathVariable String id,
      @Body EndpointRequest body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return known(id)
        .map(known -> managing.change(known, body.draft(), caller.member(), client))
        .map(
            outcome ->
                switch (outcome) {
                  case ManagingEndpoints.Kept kept ->
                      Response.ok(EndpointView.of(kept.endpoint(), time.now()));
                  case ManagingEndpoints.Refusal refusal -> refused(refusal);
                })
        .orElseGet(() -> Problem.notFound().response());
  }

  /** Removes it; what was under way to it is cancelled. */
  @Delete("/{id}")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(responseCode = "204")
  @Refused.ByRole
  @Refused.AsUnknown
  Response deleteWebhookEndpoint(
      @PathVariable String id,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return known(id).filter(known -> managing.delete(known, caller.member(), client)).isPresent()
        ? Response.noContent()
        : Problem.notFound().response();
  }

  /** Gives it a new secret, shown here alone. For 24 hours the old one signs beside it. */
  @Post("/{id}/rotate-secret")
  @Idempotent
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EndpointView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  Response rotateWebhookSecret(
      @PathVariable String id,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return known(id)
        .map(known -> managing.rotate(known, caller.member(), client))
        .map(
            outcome ->
                switch (outcome) {
                  case ManagingEndpoints.Kept kept ->
                      Response.ok(EndpointView.withSecret(kept.endpoint(), time.now()));
                  case ManagingEndpoints.Refusal refusal -> refused(refusal);
                })
        .orElseGet(() -> Problem.notFound().response());
  }

  private static Response refused(ManagingEndpoints.Refusal refusal) {
    return switch (refusal) {
      case ManagingEndpoints.Invalid invalid -> Problem.invalid(invalid.violations()).response();
      case ManagingEndpoints.Unknown _ -> Problem.notFound().response();
      case ManagingEndpoints.TooMany _ ->
          Problem.of(
                  409,
                  "too_many_endpoints",
                  "There are as many endpoints as there can be",
                  "Delete one that is not needed any more.")
              .with("limit", ManagingEndpoints.MOST)
              .response();
    };
  }

  /** What is no id of ours is not looked up. */
  static Optional<EndpointId> known(String id) {
    return Optional.of(id).filter(EndpointId::isValid).map(EndpointId::new);
  }
}
