package dev.tollgate.admin;

import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.core.sandbox.TurningClock;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.ProblemView;
import dev.tollgate.lambda.views.Refused;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

@Controller("/api/v1/admin/tenants/{id}/clock")
@Tag(name = "Platform owner")
@Allowed(Role.PLATFORM_ADMIN)
final class ClockController {
  private static final String BECAUSE = "the platform owner buys nothing from themselves";
  private static final int ACCEPTED = 202;

  private final TurningClock turning;

  ClockController(TurningClock turning) {
    this.turning = turning;
  }

  /** What time it is for a tenant, and where its clock is going. */
  @Get
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ClockView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  Response clock(@PathVariable String id) {
    return TenantId.parse(id)
        .map(turning::show)
        .map(outcome -> answer(outcome, 200))
        .orElseGet(() -> Problem.notFound().response());
  }

  /** Turns a sandbox's clock: it goes there by itself, stop by stop, about one a minute. */
  @Post
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = ClockView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "sandboxes_off, not_a_sandbox",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  @Refused.AsInvalid
  Response turnClock(
      @PathVariable String id,
      @Body TurnRequest body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return body.turn()
        .map(
            turn ->
                TenantId.parse(id)
                    .map(tenant -> turning.turn(tenant, turn, caller.member(), client))
                    .map(outcome -> answer(outcome, ACCEPTED))
                    .orElseGet(() -> Problem.notFound().response()))
        .orElseGet(() -> invalid("advance", "is given, or to, and not both"));
  }

  private static Response answer(TurningClock.Outcome outcome, int status) {
    return switch (outcome) {
      case TurningClock.Is clock -> Response.json(status, ClockView.of(clock));
      case TurningClock.Unknown _ -> Problem.notFound().response();
      case TurningClock.NotASandbox _ -> SandboxRefusals.notASandbox();
      case TurningClock.SwitchedOff _ -> SandboxRefusals.switchedOff();
      case TurningClock.Backwards _ -> invalid("to", "must not be in the tenant's past");
      case TurningClock.TooFar _ -> invalid("to", "must be at most ten years ahead");
    };
  }

  private static Response invalid(String field, String message) {
    return Problem.invalid(List.of(new Violation(field, message))).response();
  }
}
