package dev.tollgate.notifications;

/** What became of one message. */
sealed interface Outcome {

  /** The mail service has taken the mail. */
  record Sent() implements Outcome {}

  /** It is for another consumer and came here by mistake; nothing was touched. */
  record NotOurs() implements Outcome {}

  /** No mail was wanted. */
  record Skipped(String reason) implements Outcome {}

  /** The mail service will never take it. */
  record Refused(String reason) implements Outcome {}

  /** An earlier call did it all. */
  record FinishedBefore() implements Outcome {}

  /** Another call is at it, or died at it a moment ago. */
  record Busy() implements Outcome {}
}
