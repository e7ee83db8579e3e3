package dev.tollgate.lambda.views;

import dev.tollgate.core.identity.IssuedTokens;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * A pair of tokens, in the words of OAuth 2.0 (RFC 6749, section 5.1).
 *
 * @param expiresIn the access token's lifetime in seconds
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record TokensView(
    String accessToken, String refreshToken, String tokenType, long expiresIn) {
  public static final String TYPE = "bearer";

  public static TokensView of(IssuedTokens tokens) {
    return new TokensView(
        tokens.accessToken(), tokens.refreshToken().text(), TYPE, tokens.expiresIn().toSeconds());
  }

  @Override
  public String toString() {
    return "TokensView[hidden]";
  }
}
