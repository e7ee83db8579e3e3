package dev.tollgate.core.editions;

import java.time.Duration;

/** How long each kind of token is good for, from the moment it is given. */
public record SessionPolicy(Duration accessToken, Duration refreshToken) {
  public SessionPolicy {
    Lengths.requirePositive("access token", accessToken);
    if (refreshToken.compareTo(accessToken) <= 0) {
      throw new IllegalArgumentException("a refresh token must outlive the access token");
    }
  }
}
