package dev.tollgate.login;

import dev.tollgate.core.identity.AccessTokens;
import dev.tollgate.lambda.guard.Open;
import dev.tollgate.lambda.guard.Uncounted;
import dev.tollgate.lambda.http.Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/.well-known")
@Tag(name = "Login")
final class KeysController {
  private final AccessTokens tokens;

  KeysController(AccessTokens tokens) {
    this.tokens = tokens;
  }

  /** The public keys that access tokens are signed with (RFC 7517). */
  @Get("/jwks.json")
  @Open(because = "public keys are public")
  @Uncounted(because = "whoever checks our tokens must always get the keys")
  @ApiResponse(responseCode = "200", description = "A JWK set")
  Response keys() {
    return Response.of(200, "application/json", tokens.publicKeys())
        .header("cache-control", "public, max-age=300");
  }
}
