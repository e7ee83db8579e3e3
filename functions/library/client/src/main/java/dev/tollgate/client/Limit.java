package dev.tollgate.client;

/** The most of a meter that a tenant may have used. */
public sealed interface Limit {
  /** No number is ever too high. */
  record Unlimited() implements Limit {}

  /**
   * Reaching the value is allowed, passing it is not.
   *
   * @param value in the meter's unit, zero or more
   */
  record AtMost(long value) implements Limit {}
}
