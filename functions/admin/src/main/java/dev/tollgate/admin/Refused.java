package dev.tollgate.admin;

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

  /** Whoever is not the platform owner. */
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

  /** There is nothing of that id. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @ApiResponse(
      responseCode = "404",
      description = "not_found",
      content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemView.class)))
  @interface AsUnknown {}
}
