package dev.tollgate.billing;

import dev.tollgate.lambda.views.ProblemView;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Refusals that several routes share, as the API document describes them. */
final class Refused {
  private static final String PROBLEM = "application/problem+json";

  private Refused() {}

  /** The role does not allow it. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @ApiResponse(
      responseCode = "403",
      description = "forbidden",
      content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemView.class)))
  @interface ByRole {}

  /** Fields or query values that are not right. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @ApiResponse(
      responseCode = "422",
      description = "validation_failed",
      content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemView.class)))
  @interface AsInvalid {}

  /** The deployment has no account with the payment provider, or the provider does not answer. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @ApiResponse(
      responseCode = "503",
      description = "stripe_not_configured, temporarily_unavailable",
      content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemView.class)))
  @interface WithoutProvider {}

  /** Nothing runs that could be changed so. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @ApiResponse(
      responseCode = "409",
      description = "no_subscription",
      content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemView.class)))
  @interface WithoutSubscription {}

  /** The plan does not fit what is there. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @ApiResponse(
      responseCode = "409",
      description = "usage_exceeds_plan (with `over`), checkout_required, subscription_moved",
      content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemView.class)))
  @interface AsUnfit {}
}
