package dev.tollgate.admin;

import dev.tollgate.core.billing.SyncingPlans;
import dev.tollgate.core.identity.Role;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.Refused;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/admin/stripe")
@Tag(name = "Platform owner")
@Allowed(Role.PLATFORM_ADMIN)
final class SyncController {
  private final SyncingPlans syncing;

  SyncController(SyncingPlans syncing) {
    this.syncing = syncing;
  }

  /** Finds which of the provider's prices stand for which plan, and says how each was found. */
  @Post("/sync")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = "the platform owner buys nothing from themselves")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SyncView.class)))
  @Refused.ByRole
  @Refused.AsInvalid
  @Refused.WithoutProvider
  Response syncPlans(@Body SyncRequest body) {
    boolean dryRun = Boolean.TRUE.equals(body.dryRun());
    return switch (syncing.sync(dryRun, Boolean.TRUE.equals(body.createMissing()))) {
      case SyncingPlans.Synced synced -> Response.ok(SyncView.of(dryRun, synced.lines()));
      case SyncingPlans.NotConfigured _ ->
          Problem.of(
                  503,
                  "stripe_not_configured",
                  "Payments are not set up",
                  "This deployment has no key of the payment provider.")
              .response();
    };
  }

  /**
   * How to sync.
   *
   * @param dryRun reports and changes nothing; false where absent
   * @param createMissing makes what the provider lacks; false where absent
   */
  @Introspected
  record SyncRequest(@Nullable Boolean dryRun, @Nullable Boolean createMissing) {}
}
