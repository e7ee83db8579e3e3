package dev.tollgate.lambda.views;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Refusals that several doors share, as the API document describes them. */
public final class Refused {
  /** The media type of every refusal. */
  public static final String PROBLEM = "application/problem+json";

  private Refused() {}

  /** The role does not allow it. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @ApiResponse(
      responseCode = "403",
      description = "forbidden",
      content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemView.class)))
  public @interface ByRole {}

  /** There is nothing of that id, or nothing that is the caller's. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @ApiResponse(
      responseCode = "404",
      description = "not_found",
      content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemView.class)))
  public @interface AsUnknown {}

  /** Fields or query values that are not right. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @ApiResponse(
      responseCode = "422",
      description = "validation_failed",
      content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemView.class)))
  public @interface AsInvalid {}

  /** The deployment has no account with the payment provider, or the provider does not answer. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @ApiResponse(
      responseCode = "503",
      description = "stripe_not_configured, temporarily_unavailable",
      content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemView.class)))
  public @interface WithoutProvider {}
}
