package dev.tollgate.quota;

import dev.tollgate.core.apikeys.Scope;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.core.quota.Choice;
import dev.tollgate.core.quota.Choices;
import dev.tollgate.core.quota.MeterState;
import dev.tollgate.core.quota.ReadingQuota;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.guard.ByKey;
import dev.tollgate.lambda.guard.Caller;
import dev.tollgate.lambda.guard.Uncounted;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.Refused;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

@Controller("/api/v1/quota/choices/{meter}")
@Tag(name = "Quota")
@SecurityRequirement(name = "access_token")
@SecurityRequirement(name = "api_key")
final class ChoicesController {
  private final Choices choices;
  private final ReadingQuota reading;
  private final Edition edition;
  private final Ids ids;

  ChoicesController(Choices choices, ReadingQuota reading, Edition edition, Ids ids) {
    this.choices = choices;
    this.reading = reading;
    this.edition = edition;
    this.ids = ids;
  }

  /** Which of the things that a meter counts stay usable where there are too many of them. */
  @Get
  @ByKey(Scope.QUOTA_READ)
  @Uncounted(because = Uses.BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ChoiceView.class)))
  @Refused.AsInvalid
  Response choice(@PathVariable String meter, @Parameter(hidden = true) Tenancy tenancy) {
    return chosen(
        meter,
        tenancy,
        state ->
            Response.ok(ChoiceView.of(state, choices.of(tenancy.account().id(), state.meter()))));
  }

  /** Says which of them shall stay usable, in the place of what was said before. */
  @Put
  @Allowed({Role.OWNER, Role.ADMIN})
  @ByKey(Scope.QUOTA_WRITE)
  @Uncounted(because = Uses.BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ChoiceView.class)))
  @Refused.ByRole
  @Refused.AsInvalid
  Response choose(
      @PathVariable String meter,
      @Body ChoiceRequest body,
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) Client client) {
    return chosen(
        meter,
        caller.tenancy(),
        state -> keep(state, new Choice(state.meter(), body.keep().ids()), caller, client));
  }

  private Response keep(MeterState state, Choice choice, Caller caller, Client client) {
    OptionalLong most =
        state.right().limit() instanceof Limit.AtMost(long limit)
            ? OptionalLong.of(limit)
            : OptionalLong.empty();
    List<Violation> violations = choice.broken(most);
    if (!violations.isEmpty()) {
      return Problem.invalid(violations).response();
    }
    choices.keep(caller.tenant(), choice, entry(choice, caller, client));
    return Response.ok(ChoiceView.of(state, choice));
  }

  private AuditEntry entry(Choice choice, Caller caller, Client client) {
    Instant now = reading.entitlements(caller.tenancy()).at();
    return AuditEntry.of(
            AuditAction.LIMIT_CHOICE_CHANGED, caller.tenant(), who(caller), client, now, ids)
        .with(choice.meter().key() + ": " + choice.keep().size() + " kept");
  }

  /** A program acts for the owner. */
  private static UserId who(Caller caller) {
    return switch (caller) {
      case Caller.Person(var principal) -> principal.member().user().id();
      case Caller.Program(var holder) -> holder.tenancy().account().owner();
    };
  }

  /** Of a meter whose policy is that the tenant chooses. */
  private Response chosen(String meter, Tenancy tenancy, Function<MeterState, Response> answer) {
    Optional<MeterPolicy> policy = edition.findMeter(meter).filter(MeterPolicy::isChosen);
    return policy.isPresent()
        ? answer.apply(reading.of(tenancy, List.of(policy.get().meter())).getFirst())
        : Problem.invalid(List.of(new Violation("meter", "is not a meter whose things are chosen")))
            .response();
  }
}
