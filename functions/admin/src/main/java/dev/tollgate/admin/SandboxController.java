package dev.tollgate.admin;

import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.sandbox.MarkingSandbox;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.ProblemView;
import dev.tollgate.lambda.views.Refused;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/v1/admin/tenants/{id}/sandbox")
@Tag(name = "Platform owner")
@Allowed(Role.PLATFORM_ADMIN)
final class SandboxController {
  private static final String BECAUSE = "the platform owner buys nothing from themselves";

  private final MarkingSandbox marking;

  SandboxController(MarkingSandbox marking) {
    this.marking = marking;
  }

  /** Marks a tenant as there to be tried out, so that its clock may be turned. */
  @Post
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SandboxView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "sandboxes_off, own_tenant",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  Response markSandbox(
      @PathVariable String id,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return TenantId.parse(id)
        .map(tenant -> marking.mark(tenant, caller.member(), client))
        .map(SandboxController::answer)
        .orElseGet(() -> Problem.notFound().response());
  }

  /** Takes the mark back, as long as the clock was never turned. */
  @Delete
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(responseCode = "204", description = "no longer a sandbox")
  @ApiResponse(
      responseCode = "409",
      description = "not_a_sandbox, clock_turned",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  Response unmarkSandbox(
      @PathVariable String id,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return TenantId.parse(id)
        .map(tenant -> marking.unmark(tenant, caller.member(), client))
        .map(SandboxController::answer)
        .orElseGet(() -> Problem.notFound().response());
  }

  private static Response answer(MarkingSandbox.Outcome outcome) {
    return switch (outcome) {
      case MarkingSandbox.Marked marked -> Response.ok(SandboxView.of(marked.clock()));
      case MarkingSandbox.Unmarked _ -> Response.noContent();
      case MarkingSandbox.Unknown _ -> Problem.notFound().response();
      case MarkingSandbox.NotASandbox _ -> SandboxRefusals.notASandbox();
      case MarkingSandbox.SwitchedOff _ -> SandboxRefusals.switchedOff();
      case MarkingSandbox.Turned _ ->
          SandboxRefusals.conflict(
              "clock_turned",
              "This tenant's clock was turned",
              "What happened to it lies in the future, so it stays a sandbox.");
      case MarkingSandbox.OfThePlatform _ ->
          SandboxRefusals.conflict(
              "own_tenant",
              "This is the platform's own tenant",
              "Whoever runs the deployment lives by its time.");
    };
  }
}
