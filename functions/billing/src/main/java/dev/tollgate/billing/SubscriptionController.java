package dev.tollgate.billing;

import dev.tollgate.core.identity.Principal;
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

@Controller("/api/v1/billing/subscription")
@Tag(name = "Billing")
final class SubscriptionController {
  private final ReadingState reading;

  SubscriptionController(ReadingState reading) {
    this.reading = reading;
  }

  /** The subscription with everything that was agreed on. */
  @Get
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = "who may not work must see why, and what it takes")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
  Response subscription(@Parameter(hidden = true) Principal caller) {
    return Response.ok(SubscriptionView.of(reading.of(caller.member().tenancy()).billing()));
  }
}
