package dev.tollgate.core.editions;

/** A plan's or an override's number for a meter. */
public sealed interface Limit {
  /** No number is ever too high. */
  record Unlimited() implements Limit {}

  /**
   * Reaching the value is allowed, passing it is not.
   *
   * @param value in the meter's unit, zero or more
   */
  record AtMost(long value) implements Limit {
    public AtMost {
      if (value < 0) {
        throw new IllegalArgumentException("a limit may not be negative");
      }
    }
  }

  /** Whether a use that has come to this level keeps the limit; at equality it does. */
  default boolean allows(long level) {
    return switch (this) {
      case Unlimited() -> true;
      case AtMost(long value) -> level <= value;
    };
  }
}
