package dev.tollgate.account;

import dev.tollgate.core.apikeys.ApiKey;
import dev.tollgate.core.apikeys.CreatingApiKey;
import dev.tollgate.core.apikeys.ListingApiKeys;
import dev.tollgate.core.apikeys.RevokingApiKey;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.ApiKeyId;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.lambda.guard.Allowed;
import dev.tollgate.lambda.http.Idempotent;
import dev.tollgate.lambda.http.Paging;
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
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/accounts/me/api-keys")
@Tag(name = "Account")
@Allowed({Role.OWNER, Role.ADMIN})
final class ApiKeysController {
  private final CreatingApiKey creating;
  private final ListingApiKeys listing;
  private final RevokingApiKey revoking;
  private final KeyRefusals refusals;

  ApiKeysController(
      CreatingApiKey creating,
      ListingApiKeys listing,
      RevokingApiKey revoking,
      KeyRefusals refusals) {
    this.creating = creating;
    this.listing = listing;
    this.revoking = revoking;
    this.refusals = refusals;
  }

  /** The account's keys that work, the oldest first; never the keys themselves. */
  @Get
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ApiKeyView.ApiKeyPage.class)))
  @Refused.ByRole
  @Refused.AsInvalid
  Response apiKeys(
      @Paging.Limit @QueryValue @Nullable String limit,
      @Paging.Cursor @QueryValue @Nullable String cursor,
      @Parameter(hidden = true) Principal caller) {
    return Paging.answer(
        limit, cursor, paging -> page(listing.live(caller.member().account().id()), paging));
  }

  /** Makes a key. The answer is the only one that ever shows it. */
  @Post
  @Idempotent
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ApiKeyView.NewApiKeyView.class)))
  @ApiResponse(
      responseCode = "403",
      description =
          "forbidden, email_not_verified (with `grace_ended_at` and `resend_url`; a key needs a"
              + " proven mailbox, whatever grace is left)",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "too_many_api_keys (with `limit`)",
      content =
          @Content(
              mediaType = Refused.PROBLEM,
              schema = @Schema(implementation = ProblemView.class)))
  @Refused.AsInvalid
  Response createApiKey(
      @Body ApiKeyRequest body,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    return switch (creating.create(caller.member(), body.wish(), client)) {
      case CreatingApiKey.Created created ->
          Response.created(ApiKeyView.NewApiKeyView.of(created.key(), created.text()));
      case CreatingApiKey.NotVerified _ -> refusals.notVerified(caller.member().user());
      case CreatingApiKey.Invalid invalid -> Problem.invalid(invalid.violations()).response();
      case CreatingApiKey.TooMany tooMany -> KeyRefusals.tooMany(tooMany.most());
    };
  }

  /** Ends a key at once and for good. */
  @Delete("/{id}")
  @ApiResponse(responseCode = "204", description = "The key is dead")
  @Refused.ByRole
  @Refused.AsUnknown
  Response revokeApiKey(
      @PathVariable String id,
      @Parameter(hidden = true) Principal caller,
      @Parameter(hidden = true) Client client) {
    if (!ApiKeyId.isValid(id)) {
      return Problem.notFound().response();
    }
    return switch (revoking.revoke(caller.member().user(), new ApiKeyId(id), client)) {
      case RevokingApiKey.Revoked _ -> Response.noContent();
      case RevokingApiKey.Unknown _ -> Problem.notFound().response();
    };
  }

  /** A cursor is the id of the page's last key, which need not be there any more. */
  private static Response page(List<ApiKey> keys, Paging paging) {
    String after = paging.cursor().orElse("");
    if (paging.cursor().isPresent() && !ApiKeyId.isValid(after)) {
      return Problem.invalid(
              List.of(new Violation("cursor", "must be the next_cursor of an earlier page")))
          .response();
    }
    List<ApiKey> left = keys.stream().filter(key -> key.id().value().compareTo(after) > 0).toList();
    List<ApiKey> page = left.subList(0, Math.min(paging.limit(), left.size()));
    return Response.ok(
        new ApiKeyView.ApiKeyPage(
            page.stream().map(ApiKeyView::of).toList(),
            page.size() < left.size() ? page.getLast().id().value() : null));
  }
}
