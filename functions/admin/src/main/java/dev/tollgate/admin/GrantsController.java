package dev.tollgate.admin;

import dev.tollgate.core.billing.ChangingGrant;
import dev.tollgate.core.billing.GrantEdit;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
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
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/v1/admin/tenants/{id}")
@Tag(name = "Platform owner")
@Allowed(Role.PLATFORM_ADMIN)
final class GrantsController {
  private static final String BECAUSE = "the platform owner buys nothing from themselves";

  private final ChangingGrant changing;
  private final Edition edition;
  private final Time time;

  GrantsController(ChangingGrant changing, Edition edition, Time time) {
    this.changing = changing;
    this.edition = edition;
    this.time = time;
  }

  /** Makes a trial longer, or begins one again that is over; never shorter. */
  @Post("/extend-trial")
  @Idempotent
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TenantView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "no_trial, subscription_exists",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  @Refused.AsInvalid
  Response extendTrial(
      @PathVariable String id,
      @Body ExtendTrialRequest body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    var violations = body.violations();
    return violations.isEmpty()
        ? answer(id, body.edit(), caller, client)
        : Problem.invalid(violations).response();
  }

  /** Makes a present of a plan, which never ends and counts as nothing paid. */
  @Post("/complimentary")
  @Idempotent
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TenantView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "subscription_exists",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  @Refused.AsInvalid
  Response complimentary(
      @PathVariable String id,
      @Body ComplimentaryRequest body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return answer(id, body.edit(edition), caller, client);
  }

  /** Gives a plan that is free or agreed between people. */
  @Put("/plan")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TenantView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "subscription_exists",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  @Refused.AsInvalid
  Response givePlan(
      @PathVariable String id,
      @Body PlanRequest body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return answer(id, new GrantEdit.GivePlan(body.plan()), caller, client);
  }

  private Response answer(String id, GrantEdit edit, Principal caller, Client client) {
    return TenantId.parse(id)
        .map(tenant -> new ChangingGrant.Request(tenant, caller.member(), client))
        .map(request -> answer(changing.change(request, edit)))
        .orElseGet(() -> Problem.notFound().response());
  }

  private Response answer(ChangingGrant.Outcome outcome) {
    return switch (outcome) {
      case ChangingGrant.Changed changed ->
          Response.ok(
              TenantView.of(
                  changed.tenancy(), edition.terms(), time.now(changed.tenancy().account().id())));
      case ChangingGrant.Unknown _ -> Problem.notFound().response();
      case ChangingGrant.Invalid invalid -> Problem.invalid(invalid.violations()).response();
      case ChangingGrant.NoTrial _ ->
          conflict(
              "no_trial", "There is no trial", "The tenant never had one that could be longer.");
      case ChangingGrant.SubscriptionExists _ ->
          conflict(
              "subscription_exists",
              "A subscription runs",
              "The tenant pays for it by contract; it must be canceled first.");
    };
  }

  private static Response conflict(String error, String title, String detail) {
    return Problem.of(409, error, title, detail).response();
  }
}
