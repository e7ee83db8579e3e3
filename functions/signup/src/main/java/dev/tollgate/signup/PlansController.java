package dev.tollgate.signup;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.lambda.guard.Open;
import dev.tollgate.lambda.http.Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

@Controller("/api/v1/plans")
@Tag(name = "Public")
final class PlansController {
  private final List<PlanView> plans;

  PlansController(Edition edition) {
    this.plans = edition.plansOnOffer().stream().map(plan -> PlanView.of(plan, edition)).toList();
  }

  /** The plans on offer, cheapest first as the edition sorts them. */
  @Get("/public")
  @Open(because = "a pricing page has no account")
  @ApiResponse(
      responseCode = "200",
      content = @Content(array = @ArraySchema(schema = @Schema(implementation = PlanView.class))))
  Response plans() {
    return Response.ok(plans);
  }
}
