package dev.tollgate.admin;

import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.overrides.OverrideEdit;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.guard.Exempt;
import dev.tollgate.lambda.guard.Guard;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.ProblemView;
import dev.tollgate.lambda.views.Refused;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/admin/feature-flags/account-overrides")
@Tag(name = "Platform owner")
@Allowed(Role.PLATFORM_ADMIN)
final class FeatureOverridesController {
  private static final String BECAUSE = "the platform owner buys nothing from themselves";

  private final OverrideAnswers answers;

  FeatureOverridesController(OverrideAnswers answers) {
    this.answers = answers;
  }

  /** The features that one tenant was granted, and the version that a change must name. */
  @Get
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = GrantedView.FeaturesView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  @Refused.AsInvalid
  Response featureOverrides(
      @Parameter(required = true, schema = @Schema(type = "string")) @QueryValue("account_id")
          @Nullable String accountId) {
    return answers.seen(accountId, GrantedView.FeaturesView::of);
  }

  /** Grants one tenant a feature, in the place of an earlier one; it counts at once. */
  @Put
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = GrantedView.FeaturesView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "version_conflict (with `version`)",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  @Refused.AsInvalid
  Response grantFeature(
      @Body FeatureGrant body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return answers.changed(
        body.accountId(),
        body.version(),
        body.edit(),
        caller,
        client,
        GrantedView.FeaturesView::of);
  }

  /** Takes a feature back: the plan counts again, at once. */
  @Delete
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = BECAUSE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = GrantedView.FeaturesView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "version_conflict (with `version`)",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.ByRole
  @Refused.AsUnknown
  @Refused.AsInvalid
  Response takeFeatureBack(
      @Parameter(required = true, schema = @Schema(type = "string")) @QueryValue("account_id")
          @Nullable String accountId,
      @Parameter(required = true, schema = @Schema(type = "string")) @QueryValue
          @Nullable String feature,
      @Parameter(required = true, schema = @Schema(type = "integer")) @QueryValue
          @Nullable String version,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return answers.taken(
        accountId,
        "feature",
        feature,
        version,
        OverrideEdit.TakeFeature::new,
        taking ->
            answers.changed(
                taking.account(),
                taking.version(),
                taking.edit(),
                caller,
                client,
                GrantedView.FeaturesView::of));
  }
}
