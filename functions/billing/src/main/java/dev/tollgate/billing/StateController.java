package dev.tollgate.billing;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.quota.Quota;
import dev.tollgate.core.quota.ReadingQuota;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/v1/billing")
@Tag(name = "Billing")
final class StateController {
  private static final String BECAUSE = "who may not work must see why, and what it takes";

  private final ReadingState reading;
  private final ReadingQuota quota;
  private final Edition edition;

  StateController(ReadingState reading, ReadingQuota quota, Edition edition) {
    this.reading = reading;
    this.quota = quota;
    this.edition = edition;
  }

  /** What the account has: subscription, plan, limits, features. */
  @Get("/state")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StateView.class)))
  Response billingState(@Parameter(hidden = true) Principal caller) {
    return Response.ok(StateView.of(reading.of(caller.member().tenancy())));
  }

  /** What the account uses of what it may use. */
  @Get("/usage")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = UsageView.class)))
  Response billingUsage(@Parameter(hidden = true) Principal caller) {
    Quota used = quota.of(caller.member().tenancy());
    return Response.ok(UsageView.of(used.meters(), reading.of(used.entitlements()).billing()));
  }

  /** The plan that is in force, with its price, limits and features. */
  @Get("/plan")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PlanInForceView.class)))
  Response planInForce(@Parameter(hidden = true) Principal caller) {
    return Response.ok(
        PlanInForceView.of(quota.entitlements(caller.member().tenancy()), edition.currency()));
  }
}
