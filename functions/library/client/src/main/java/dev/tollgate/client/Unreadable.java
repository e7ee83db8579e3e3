package dev.tollgate.client;

/** An answer that Tollgate would not give. The message says what is wrong and quotes no value. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreadable(String message) {
    super(message);
  }
}
