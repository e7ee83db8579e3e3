package dev.tollgate.admin;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.killswitch.RestoringTenant;
import dev.tollgate.core.killswitch.SuspendingTenant;
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

@Controller("/api/v1/admin/tenants")
@Tag(name = "Platform owner")
@Allowed(Role.PLATFORM_ADMIN)
final class TenantsController {
  private static final String BECAUSE = "the platform owner buys nothing from themselves";

  private final Members members;
  private final SuspendingTenant suspending;
  private final RestoringTenant restoring;
  private final Edition edition;
  private final Time time;

  TenantsController(
      Members members,
      SuspendingTenant suspending,
      RestoringTenant restoring,
      Edition edition,
      Time time) {
    this.members = members;
    this.suspending = suspending;
    this.restoring = restoring;
    this.edition = edition;
    this.time = time;
  }

  /** One tenant, its subscription and its standing. */
  @Get("/{id}")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TenantView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  Response tenant(@PathVariable String id) {
    return TenantId.parse(id)
        .flatMap(members::findTenancy)
        .map(this::shown)
        .orElseGet(() -> Problem.notFound().response());
  }

  /** Stops a tenant everywhere, at once; its people read the reason, and its work waits. */
  @Post("/{id}/suspend")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TenantView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "already_suspended, own_tenant, kill_switch_off",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  @Refused.AsInvalid
  Response suspendTenant(
      @PathVariable String id,
      @Body SuspendRequest body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return TenantId.parse(id)
        .map(tenant -> suspending.suspend(tenant, body.wish(), caller.member(), client))
        .map(this::answer)
        .orElseGet(() -> Problem.notFound().response());
  }

  private Response answer(SuspendingTenant.Outcome outcome) {
    return switch (outcome) {
      case SuspendingTenant.Suspended suspended -> shown(suspended.tenancy());
      case SuspendingTenant.Unknown _ -> Problem.notFound().response();
      case SuspendingTenant.AlreadySuspended _ ->
          conflict(
              "already_suspended",
              "This tenant is suspended already",
              "To give another reason, unsuspend it first.");
      case SuspendingTenant.OfThePlatform _ ->
          conflict(
              "own_tenant",
              "This is the platform's own tenant",
              "Nobody would be left to unsuspend it.");
      case SuspendingTenant.SwitchedOff _ ->
          conflict(
              "kill_switch_off",
              "This edition has that switch turned off",
              "The edition's kill_switch says who may suspend, and for what.");
      case SuspendingTenant.Groundless _, SuspendingTenant.Moved _ ->
          throw new IllegalStateException("a person's decision needs no grounds");
    };
  }

  /** Lets a tenant work again, whatever it was suspended for; what waited goes on. */
  @Post("/{id}/unsuspend")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TenantView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "not_suspended",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  Response unsuspendTenant(
      @PathVariable String id,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return TenantId.parse(id)
        .map(tenant -> restoring.restore(tenant, caller.member(), client))
        .map(this::answer)
        .orElseGet(() -> Problem.notFound().response());
  }

  private Response answer(RestoringTenant.Outcome outcome) {
    return switch (outcome) {
      case RestoringTenant.Restored restored -> shown(restored.tenancy());
      case RestoringTenant.Unknown _ -> Problem.notFound().response();
      case RestoringTenant.NotSuspended _ ->
          conflict(
              "not_suspended", "This tenant is not suspended", "There is nothing to be ended.");
    };
  }

  private Response shown(Tenancy tenancy) {
    return Response.ok(TenantView.of(tenancy, edition.terms(), time.now(tenancy.account().id())));
  }

  private static Response conflict(String error, String title, String detail) {
    return Problem.of(409, error, title, detail).response();
  }
}
