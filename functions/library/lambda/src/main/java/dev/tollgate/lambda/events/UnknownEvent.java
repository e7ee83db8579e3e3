package dev.tollgate.lambda.events;

/** An event of a shape that this function does not take. The message quotes nothing from it. */
public final class UnknownEvent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownEvent(String message) {
    super(message);
  }
}
