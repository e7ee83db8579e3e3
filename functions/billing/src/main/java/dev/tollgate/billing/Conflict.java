package dev.tollgate.billing;

import dev.tollgate.lambda.views.ProblemView;
import dev.tollgate.lambda.views.Refused;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What is there does not allow what is asked, as the API document describes it. */
final class Conflict {
  private Conflict() {}

  /** Nothing runs that could be changed so. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @ApiResponse(
      responseCode = "409",
      description = "no_subscription, subscription_unknown_plan",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @interface WithoutSubscription {}

  /** The plan does not fit what is there. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @ApiResponse(
      responseCode = "409",
      description =
          "usage_exceeds_plan (with `over`), checkout_required, subscription_moved,"
              + " subscription_unknown_plan",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @interface AsUnfit {}
}
