package dev.tollgate.core.kernel;

/** One login of one person, and with it one family of refresh tokens. */
public record SessionId(String value) {
  public static final String PREFIX = "ses_";

  public SessionId {
    TypedId.require(PREFIX, value);
  }
}
