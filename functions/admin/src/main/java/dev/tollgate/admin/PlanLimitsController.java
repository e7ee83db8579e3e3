package dev.tollgate.admin;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Client;
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
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/v1/admin/plan-limits")
@Tag(name = "Platform owner")
@Allowed(Role.PLATFORM_ADMIN)
final class PlanLimitsController {
  private static final String BECAUSE = "the platform owner buys nothing from themselves";

  private final EditingPlans editing;
  private final Edition edition;

  PlanLimitsController(EditingPlans editing, Edition edition) {
    this.editing = editing;
    this.edition = edition;
  }

  /** All plans with their limits and prices, and the version that an edit must name. */
  @Get
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PlanLimitsView.class)))
  @Refused.ByRole
  Response planLimits() {
    return Response.ok(PlanLimitsView.of(editing.all(), edition.currency()));
  }

  /** Changes a plan; everybody sees it within five minutes. */
  @Put
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PlanLimitsView.PlanView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "version_conflict (with `version`)",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.AsInvalid
  Response editPlanLimits(
      @Body PlanEdit body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return switch (editing.edit(body, caller.member(), client)) {
      case EditingPlans.Edited edited ->
          Response.ok(PlanLimitsView.PlanView.of(edited.plan(), edition.currency()));
      case EditingPlans.Invalid invalid -> Problem.invalid(invalid.violations()).response();
      case EditingPlans.Moved moved -> conflict(moved.version());
    };
  }

  private static Response conflict(long version) {
    return Problem.of(
            409,
            "version_conflict",
            "The plan has changed meanwhile",
            "Look at it again and decide again.")
        .with("version", version)
        .response();
  }
}
