package dev.tollgate.quota;

import dev.tollgate.core.apikeys.Scope;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.quota.Reservations;
import dev.tollgate.core.quota.SettlingReservation;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.guard.ByKey;
import dev.tollgate.lambda.guard.Uncounted;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.ProblemView;
import dev.tollgate.lambda.views.Refused;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;

@Controller("/api/v1/quota/reservations/{id}")
@Tag(name = "Quota")
@SecurityRequirement(name = "access_token")
@SecurityRequirement(name = "api_key")
final class SettlingController {
  private final SettlingReservation settling;
  private final Reservations reservations;
  private final Edition edition;
  private final Time time;

  SettlingController(
      SettlingReservation settling, Reservations reservations, Edition edition, Time time) {
    this.settling = settling;
    this.reservations = reservations;
    this.edition = edition;
    this.time = time;
  }

  /** What was set aside and what became of it. */
  @Get
  @ByKey(Scope.QUOTA_READ)
  @Uncounted(because = Uses.BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReservationView.class)))
  @Refused.AsUnknown
  Response reservation(@PathVariable String id, @Parameter(hidden = true) Tenancy tenancy) {
    TenantId tenant = tenancy.account().id();
    return known(
        id,
        known ->
            reservations
                .find(tenant, known)
                .map(found -> Response.ok(ReservationView.of(found.at(time.now(tenant)))))
                .orElseGet(() -> Problem.notFound().response()));
  }

  /** The work is done: keeps what was used and gives the rest back. */
  @Post("/commit")
  @Allowed({Role.OWNER, Role.ADMIN, Role.MEMBER})
  @ByKey(Scope.QUOTA_WRITE)
  @Uncounted(because = Uses.BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReservationView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "reservation_expired, reservation_released",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  @Refused.AsInvalid
  Response commit(
      @PathVariable String id,
      @Body CommitRequest body,
      @Parameter(hidden = true) Tenancy tenancy) {
    var violations = body.violations(edition);
    if (!violations.isEmpty()) {
      return Problem.invalid(violations).response();
    }
    return known(
        id,
        known ->
            switch (settling.commit(tenancy.account().id(), known, body.kept())) {
              case SettlingReservation.Settled settled ->
                  Response.ok(ReservationView.of(settled.reservation()));
              case SettlingReservation.Over over -> Refusals.over(over.reservation());
              case SettlingReservation.Unknown _ -> Problem.notFound().response();
              case SettlingReservation.Invalid invalid ->
                  Problem.invalid(invalid.violations()).response();
            });
  }

  /** The work was not done, or what a level counts is gone: gives all of it back. */
  @Delete
  @Allowed({Role.OWNER, Role.ADMIN, Role.MEMBER})
  @ByKey(Scope.QUOTA_WRITE)
  @Uncounted(because = Uses.BECAUSE)
  @ApiResponse(responseCode = "204")
  @ApiResponse(
      responseCode = "409",
      description = "reservation_committed",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  Response release(@PathVariable String id, @Parameter(hidden = true) Tenancy tenancy) {
    return known(
        id,
        known ->
            switch (settling.release(tenancy.account().id(), known)) {
              case SettlingReservation.Settled _ -> Response.noContent();
              case SettlingReservation.Over over -> Refusals.over(over.reservation());
              case SettlingReservation.Unknown _ -> Problem.notFound().response();
              case SettlingReservation.Invalid invalid ->
                  Problem.invalid(invalid.violations()).response();
            });
  }

  /** What is no id at all is as unknown as one of somebody else. */
  private static Response known(String id, Function<ReservationId, Response> found) {
    return ReservationId.isValid(id)
        ? found.apply(new ReservationId(id))
        : Problem.notFound().response();
  }
}
