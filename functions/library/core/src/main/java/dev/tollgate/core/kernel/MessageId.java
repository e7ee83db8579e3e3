package dev.tollgate.core.kernel;

/** One message of the outbox; consumers are idempotent by it. */
public record MessageId(String value) {
  public static final String PREFIX = "msg_";

  public MessageId {
    TypedId.require(PREFIX, value);
  }

  public static boolean isValid(String value) {
    return TypedId.isValid(PREFIX, value);
  }
}
