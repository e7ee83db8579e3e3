package dev.tollgate.core.identity;

import java.time.Duration;

/** What a client gets to act for a person. */
public record IssuedTokens(String accessToken, RefreshToken refreshToken, Duration expiresIn) {
  @Override
  public String toString() {
    return "IssuedTokens[hidden]";
  }
}
