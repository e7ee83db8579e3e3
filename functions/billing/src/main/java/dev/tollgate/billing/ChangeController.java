package dev.tollgate.billing;

import dev.tollgate.core.billing.ChangingSubscription;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Violation;
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
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

@Controller("/api/v1/billing/subscription")
@Tag(name = "Billing")
final class ChangeController {
  private static final String BECAUSE = "another plan may be what brings the account back";

  private final ChangingSubscription changing;
  private final ContractsByHand byHand;
  private final ReadingState reading;
  private final Edition edition;
  private final Time time;

  ChangeController(
      ChangingSubscription changing,
      ContractsByHand byHand,
      ReadingState reading,
      Edition edition,
      Time time) {
    this.changing = changing;
    this.byHand = byHand;
    this.reading = reading;
    this.edition = edition;
    this.time = time;
  }

  /** Changes plan or seats, prorated and charged at once. */
  @Post("/change")
  @Allowed({Role.OWNER, Role.ADMIN})
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @Idempotent
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
  @ApiResponse(
      responseCode = "402",
      description = "payment_declined (with `reason`)",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Conflict.AsUnfit
  @Refused.AsInvalid
  @Refused.WithoutProvider
  Response changeSubscription(
      @Body ChangeRequest body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    if (body.changesNothing()) {
      return nothingAsked();
    }
    Instant now = time.now(caller.member().account().id());
    return byHand.answer(
        caller, () -> answer(caller, changing.change(caller.member(), body.wish(), client), now));
  }

  /** What a change would cost; nothing changes. */
  @Post("/preview")
  @Allowed({Role.OWNER, Role.ADMIN})
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PreviewView.class)))
  @Refused.ByRole
  @Conflict.AsUnfit
  @Refused.AsInvalid
  @Refused.WithoutProvider
  Response previewSubscription(
      @Body PreviewRequest body, @Parameter(hidden = true) Principal caller) {
    if (body.change().changesNothing()) {
      return nothingAsked();
    }
    Instant at = time.now(caller.member().account().id()).truncatedTo(ChronoUnit.SECONDS);
    return byHand.answer(
        caller,
        () ->
            answer(
                caller,
                changing.preview(caller.member(), body.change().reckonedAt(at).wish()),
                at));
  }

  private Response answer(Principal caller, ChangingSubscription.Outcome outcome, Instant at) {
    return switch (outcome) {
      case ChangingSubscription.Changed changed ->
          Response.ok(
              SubscriptionView.of(
                  reading.of(caller.member().tenancy().with(changed.enrollment())).billing()));
      case ChangingSubscription.Previewed previewed ->
          Response.ok(PreviewView.of(previewed.preview(), at));
      case ChangingSubscription.CostsNothing _ ->
          Response.ok(PreviewView.free(edition.currency(), at));
      case ChangingSubscription.Invalid invalid -> Problem.invalid(invalid.violations()).response();
      case ChangingSubscription.CheckoutNeeded _ -> Refusals.checkoutRequired();
      case ChangingSubscription.NotConfigured _ -> Refusals.notConfigured();
      case ChangingSubscription.Declined declined -> Refusals.declined(declined.reason());
      case ChangingSubscription.UsageExceedsPlan exceeds -> Refusals.usageExceedsPlan(exceeds);
      case ChangingSubscription.Moved _ -> Refusals.moved();
    };
  }

  private static Response nothingAsked() {
    return Problem.invalid(List.of(new Violation("plan", "or seats must be given"))).response();
  }
}
