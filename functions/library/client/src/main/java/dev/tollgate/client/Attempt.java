package dev.tollgate.client;

/** What became of one attempt. */
sealed interface Attempt {
  /** Somebody answered in time. */
  record Answered(Reply reply) implements Attempt {}

  /** Nobody knows whether Tollgate heard the question. */
  record Lost(Throwable cause) implements Attempt {}
}
