package dev.tollgate.quota;

import dev.tollgate.core.apikeys.Scope;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.quota.Choices;
import dev.tollgate.core.quota.MeterState;
import dev.tollgate.core.quota.ReadingQuota;
import dev.tollgate.lambda.guard.ByKey;
import dev.tollgate.lambda.guard.Uncounted;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
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
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

@Controller("/api/v1")
@Tag(name = "Quota")
@SecurityRequirement(name = "access_token")
@SecurityRequirement(name = "api_key")
final class EntitlementsController {
  private final ReadingQuota reading;
  private final Choices choices;
  private final Edition edition;

  EntitlementsController(ReadingQuota reading, Choices choices, Edition edition) {
    this.reading = reading;
    this.choices = choices;
    this.edition = edition;
  }

  /** Everything the account may do and uses, each with its reason. */
  @Get("/entitlements")
  @ByKey(Scope.QUOTA_READ)
  @Uncounted(because = Uses.BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EntitlementsView.class)))
  Response entitlements(@Parameter(hidden = true) Tenancy tenancy) {
    return Response.ok(EntitlementsView.of(reading.of(tenancy)));
  }

  /** How far the account has come on one meter. */
  @Get("/usage/{meter}")
  @ByKey(Scope.USAGE_READ)
  @Uncounted(because = Uses.BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MeterView.class)))
  @Refused.AsUnknown
  Response usage(@PathVariable String meter, @Parameter(hidden = true) Tenancy tenancy) {
    return edition
        .findMeter(meter)
        .map(policy -> reading.of(tenancy, List.of(policy.meter())).getFirst())
        .map(state -> Response.ok(MeterView.of(state)))
        .orElseGet(() -> Problem.notFound().response());
  }

  /** Whether so much more would be allowed; changes nothing. */
  @Post("/quota/check")
  @ByKey(Scope.QUOTA_READ)
  @Uncounted(because = Uses.BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CheckView.class)))
  @Refused.AsInvalid
  Response check(@Body CheckRequest body, @Parameter(hidden = true) Tenancy tenancy) {
    var violations = body.violations(edition);
    if (!violations.isEmpty()) {
      return Problem.invalid(violations).response();
    }
    MeterState state = reading.of(tenancy, List.of(body.known())).getFirst();
    return Response.ok(CheckView.of(state, isAllowed(state, body, tenancy)));
  }

  private boolean isAllowed(MeterState state, CheckRequest asked, Tenancy tenancy) {
    if (asked.id() == null || !state.isReadOnly() || !state.right().policy().isChosen()) {
      return state.allows(asked.wanted());
    }
    return state.mayChange(asked.id(), choices.of(tenancy.account().id(), state.meter()));
  }
}
