package dev.tollgate.billing;

import dev.tollgate.core.billing.EndingSubscription;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.Refused;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/billing/subscription")
@Tag(name = "Billing")
final class EndController {
  private static final String BECAUSE = "nobody is held in what they no longer want to pay";

  private final EndingSubscription ending;
  private final ContractsByHand byHand;
  private final ReadingState reading;

  EndController(EndingSubscription ending, ContractsByHand byHand, ReadingState reading) {
    this.ending = ending;
    this.byHand = byHand;
    this.reading = reading;
  }

  /** Ends the subscription, with its period or at once. */
  @Post("/cancel")
  @Allowed({Role.OWNER, Role.ADMIN})
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
  @Refused.ByRole
  @Conflict.WithoutSubscription
  @Refused.AsInvalid
  @Refused.WithoutProvider
  Response cancelSubscription(
      @Body CancelRequest body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return byHand.answer(
        caller, () -> answer(caller, ending.cancel(caller.member(), body.withThePeriod(), client)));
  }

  /** Takes a cancellation back that has not happened yet. */
  @Post("/resume")
  @Allowed({Role.OWNER, Role.ADMIN})
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
  @Refused.ByRole
  @Conflict.WithoutSubscription
  @Refused.WithoutProvider
  Response resumeSubscription(
      @Parameter(hidden = true) Principal caller, @Parameter(hidden = true) Client client) {
    return byHand.answer(caller, () -> answer(caller, ending.resume(caller.member(), client)));
  }

  private Response answer(Principal caller, EndingSubscription.Outcome outcome) {
    return switch (outcome) {
      case EndingSubscription.Done done ->
          Response.ok(
              SubscriptionView.of(
                  reading.of(caller.member().tenancy().with(done.enrollment())).billing()));
      case EndingSubscription.NotSubscribed _ -> Refusals.noSubscription();
    };
  }

  /**
   * How it shall end.
   *
   * @param atPeriodEnd true where absent: what is paid for can be used to its end
   */
  @Introspected
  record CancelRequest(@Nullable Boolean atPeriodEnd) {
    boolean withThePeriod() {
      return !Boolean.FALSE.equals(atPeriodEnd);
    }
  }
}
