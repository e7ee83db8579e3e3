package dev.tollgate.signup;

import dev.tollgate.lambda.guard.Open;
import dev.tollgate.lambda.guard.Uncounted;
import dev.tollgate.lambda.http.Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller
@Tag(name = "Operational")
final class HealthController {
  private static final String VERSION = "0.1.0";

  /** Whether the API answers. */
  @Get("/health")
  @Open(because = "a probe has no account")
  @Uncounted(because = "it must answer when the table does not")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Health.class)))
  Response health() {
    return Response.ok(new Health("ok", VERSION));
  }

  /** Says that the function runs; it asks nobody else. */
  @Serdeable
  record Health(String status, String version) {}
}
