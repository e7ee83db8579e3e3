package dev.tollgate.signup;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.lambda.guard.Guards;
import dev.tollgate.lambda.guard.Open;
import dev.tollgate.lambda.http.Request;
import dev.tollgate.lambda.http.Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

@Controller("/api/v1/config")
@Tag(name = "Public")
final class ConfigController {
  private final Edition edition;
  private final Guards guards;

  ConfigController(Edition edition, Guards guards) {
    this.edition = edition;
    this.guards = guards;
  }

  /** What a sign-up page must know before anybody is signed in. */
  @Get("/public")
  @Open(because = "a sign-up page has no account; a tester's token is looked at where one is sent")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PublicConfig.class)))
  Response config(@Parameter(hidden = true) Request request) {
    boolean welcome =
        edition.signUp().selfServe()
            || guards
                .authenticate(request)
                .filter(caller -> edition.signUp().welcomes(caller.member().user().email()))
                .isPresent();
    return Response.ok(
        new PublicConfig(
            welcome, List.of(), edition.key(), edition.trial().days(), edition.currency()));
  }

  /**
   * Public configuration.
   *
   * @param oauthProviders those that the deployment is registered with
   * @param trialDays 0 where there is no trial
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record PublicConfig(
      boolean selfServeEnabled,
      List<String> oauthProviders,
      String edition,
      long trialDays,
      String currency) {}
}
