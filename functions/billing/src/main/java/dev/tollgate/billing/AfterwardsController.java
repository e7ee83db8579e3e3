package dev.tollgate.billing;

import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.core.quota.PreviewingPlan;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.ProblemView;
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
final class AfterwardsController {
  private static final String BECAUSE =
      "who may not work must see what it takes, and what it costs";

  private final PreviewingPlan previewing;

  AfterwardsController(PreviewingPlan previewing) {
    this.previewing = previewing;
  }

  /** What follows the trial, before it happens and afterwards. */
  @Get("/trial-end")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AfterwardsView.class)))
  @ApiResponse(
      responseCode = "404",
      description = "no_trial",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  Response trialEnd(@Parameter(hidden = true) Principal caller) {
    return previewing
        .trialEnd(caller.member().tenancy())
        .map(preview -> Response.ok(AfterwardsView.of(preview)))
        .orElseGet(Refusals::noTrial);
  }

  /** What a plan would give, held against what is used now. */
  @Get("/plan-preview")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AfterwardsView.class)))
  @Refused.AsInvalid
  Response planPreview(
      @QueryValue @Nullable String plan, @Parameter(hidden = true) Principal caller) {
    return Optional.ofNullable(plan)
        .flatMap(key -> previewing.plan(caller.member().tenancy(), key))
        .map(preview -> Response.ok(AfterwardsView.of(preview)))
        .orElseGet(
            () -> Problem.invalid(List.of(new Violation("plan", "is not a plan"))).response());
  }
}
