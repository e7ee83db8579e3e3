package dev.tollgate.signup;

import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.leads.ReceivingSalesLead;
import dev.tollgate.lambda.guard.Open;
import dev.tollgate.lambda.http.Idempotent;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.ProblemView;
import dev.tollgate.lambda.views.Refused;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/v1/sales-leads")
@Tag(name = "Public")
final class SalesLeadsController {
  private final ReceivingSalesLead receiving;

  SalesLeadsController(ReceivingSalesLead receiving) {
    this.receiving = receiving;
  }

  /** Asks the platform for an offer; its owners are told by mail. */
  @Post
  @Open(because = "whoever asks for an offer has no account yet")
  @Idempotent
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = Received.class)))
  @ApiResponse(
      responseCode = "429",
      description = "rate_limited",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.AsInvalid
  Response salesLead(@Body SalesLeadRequest body, @Parameter(hidden = true) Client client) {
    return switch (receiving.receive(body.inquiry(), client)) {
      case ReceivingSalesLead.Received received ->
          Response.created(new Received(received.id().value(), "received"));
      case ReceivingSalesLead.TooMany over ->
          Problem.rateLimited(over.refusal().retryAfter()).response();
    };
  }

  /** What whoever asked gets back. */
  @Serdeable
  record Received(String id, String status) {}
}
