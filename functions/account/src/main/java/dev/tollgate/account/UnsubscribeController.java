package dev.tollgate.account;

import dev.tollgate.core.identity.ChoosingMails;
import dev.tollgate.core.identity.MailTopic;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.lambda.guard.Open;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.views.ProblemView;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The link in a mail that can be turned off, for people and for their mail programs. */
@Controller("/api/v1/notifications/unsubscribe")
@Tag(name = "Account")
final class UnsubscribeController {
  private static final String HTML = "text/html; charset=utf-8";

  /** The form may be sent to where it came from, and nothing else may happen on the page. */
  private static final String POLICY =
      "default-src 'none'; frame-ancestors 'none'; form-action 'self'";

  private static final String PAGE =
      "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
          + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
          + "<title>Mails</title>";

  private final ChoosingMails choosing;

  UnsubscribeController(ChoosingMails choosing) {
    this.choosing = choosing;
  }

  /** Asks first: what scans mails opens their links, and must not turn anything off. */
  @Get
  @Open(because = "the token of the mail says who it is")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/html", schema = @Schema(type = "string")))
  @ApiResponse(
      responseCode = "400",
      description = "token_invalid_or_expired",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  Response askToUnsubscribe(
      @QueryValue @Nullable String token, @QueryValue @Nullable String topic) {
    return topic(topic).isPresent() && token != null && choosing.isKnown(token)
        ? page(
            "<p>Shall mails of this sort no longer come?</p>"
                + "<form method=\"post\"><button>Stop them</button></form>")
        : refused();
  }

  /** Turns mails of that sort off at once, as RFC 8058 wants it; doing it again is the same. */
  @Post
  @Open(because = "the token of the mail says who it is")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/html", schema = @Schema(type = "string")))
  @ApiResponse(
      responseCode = "400",
      description = "token_invalid_or_expired",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemView.class)))
  Response unsubscribe(
      @QueryValue @Nullable String token,
      @QueryValue @Nullable String topic,
      @Parameter(hidden = true) Client client) {
    return token != null
            && topic(topic).filter(known -> choosing.unsubscribe(token, known, client)).isPresent()
        ? page("<p>Mails of this sort will no longer come.</p>")
        : refused();
  }

  private static Optional<MailTopic> topic(@Nullable String text) {
    return Optional.ofNullable(text).flatMap(MailTopic::parse);
  }

  private static Response page(String words) {
    return Response.of(200, HTML, PAGE + words + "</html>")
        .header("content-security-policy", POLICY);
  }

  private static Response refused() {
    return Problem.of(
            400,
            "token_invalid_or_expired",
            "This link does not work",
            "It is not one of ours, or it is too old; sign in to choose your mails.")
        .response();
  }
}
