package dev.tollgate.core.kernel;

import java.util.Optional;

/** One login of one person, and with it one family of refresh tokens. */
public record SessionId(String value) {
  public static final String PREFIX = "ses_";

  public SessionId {
    TypedId.require(PREFIX, value);
  }

  /** Empty where the text, which comes from outside, is no such id. */
  public static Optional<SessionId> parse(String text) {
    return TypedId.isValid(PREFIX, text) ? Optional.of(new SessionId(text)) : Optional.empty();
  }
}
