package dev.tollgate.quota;

import dev.tollgate.core.apikeys.Scope;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.quota.ReservingQuota;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.guard.ByKey;
import dev.tollgate.lambda.guard.Uncounted;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Request;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.runtime.Environment;
import dev.tollgate.lambda.views.ProblemView;
import dev.tollgate.lambda.views.QuotaExceeded;
import dev.tollgate.lambda.views.Refused;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/v1/quota/reservations")
@Tag(name = "Quota")
@SecurityRequirement(name = "access_token")
@SecurityRequirement(name = "api_key")
final class ReservationsController {
  private static final String PATH = "/api/v1/quota/reservations/";

  /** As in the contract, where the first answer is the one to give again. */
  private static final int LONGEST_KEY = 255;

  private final ReservingQuota reserving;
  private final Edition edition;
  private final Ids ids;
  private final Time time;
  private final String upgradeUrl;

  ReservationsController(
      ReservingQuota reserving, Edition edition, Ids ids, Time time, Environment environment) {
    this.reserving = reserving;
    this.edition = edition;
    this.ids = ids;
    this.time = time;
    this.upgradeUrl = environment.required("FRONTEND_URL") + "/billing";
  }

  /**
   * Sets quota aside before the work, all of it or nothing. The same id again gives the same
   * reservation in its present state, and so does the same idempotency key.
   */
  @Post
  @Allowed({Role.OWNER, Role.ADMIN, Role.MEMBER})
  @ByKey(Scope.QUOTA_WRITE)
  @Uncounted(because = Uses.BECAUSE)
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ReservationView.class)))
  @ApiResponse(
      responseCode = "200",
      description = "the id stands for it already",
      content = @Content(schema = @Schema(implementation = ReservationView.class)))
  @ApiResponse(
      responseCode = "403",
      description =
          "quota_exceeded (with `quota_type`, `current`, `limit`, `exceeded`, `upgrade_url`),"
              + " forbidden",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "reservation_id_taken",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @ApiResponse(
      responseCode = "422",
      description = "validation_failed, idempotency_key_reused",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  Response reserve(
      @Body ReserveRequest body,
      @Parameter(hidden = true) Request request,
      @Parameter(hidden = true) Tenancy tenancy) {
    if (request.idempotencyKey().filter(key -> key.length() > LONGEST_KEY).isPresent()) {
      return Problem.malformed("Idempotency-Key must have at most " + LONGEST_KEY + " characters.")
          .response();
    }
    var violations = body.violations(edition);
    if (!violations.isEmpty()) {
      return Problem.invalid(violations).response();
    }
    Requested requested = Requested.of(body.id(), request, tenancy, ids, time);
    return answer(requested, reserving.reserve(tenancy, body.wish(requested.id())));
  }

  private Response answer(Requested requested, ReservingQuota.Outcome outcome) {
    return switch (outcome) {
      case ReservingQuota.Reserved reserved -> reserved(requested, reserved);
      case ReservingQuota.Refused refused ->
          QuotaExceeded.problem(refused.entitlements().plan(), refused.over(), upgradeUrl)
              .response();
      case ReservingQuota.Invalid invalid -> Problem.invalid(invalid.violations()).response();
      case ReservingQuota.IdTaken _ ->
          requested instanceof Requested.Derived ? Refusals.keyReused() : Refusals.idTaken();
    };
  }

  /**
   * Under an idempotency key the first answer's status stands; a known id says that it is known.
   */
  private static Response reserved(Requested requested, ReservingQuota.Reserved reserved) {
    boolean known = reserved.again() && requested instanceof Requested.Named;
    boolean replayed = reserved.again() && requested instanceof Requested.Derived;
    Response response =
        Response.json(known ? 200 : 201, ReservationView.of(reserved.reservation()))
            .header("location", PATH + requested.id().value());
    return replayed ? response.header("idempotent-replayed", "true") : response;
  }
}
