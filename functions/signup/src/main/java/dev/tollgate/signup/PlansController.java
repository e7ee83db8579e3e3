package dev.tollgate.signup;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.lambda.guard.Open;
import dev.tollgate.lambda.http.Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/v1/plans")
@Tag(name = "Public")
final class PlansController {
  private final PlanCatalogue catalogue;
  private final Edition edition;

  PlansController(PlanCatalogue catalogue, Edition edition) {
    this.catalogue = catalogue;
    this.edition = edition;
  }

  /** The plans on offer, cheapest first as the edition sorts them. */
  @Get("/public")
  @Open(because = "a pricing page has no account")
  @ApiResponse(
      responseCode = "200",
      content = @Content(array = @ArraySchema(schema = @Schema(implementation = PlanView.class))))
  Response plans() {
    return Response.ok(
        catalogue.onOffer().stream().map(listed -> PlanView.of(listed.plan(), edition)).toList());
  }
}
