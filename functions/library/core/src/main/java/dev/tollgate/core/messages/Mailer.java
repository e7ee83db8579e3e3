package dev.tollgate.core.messages;

/** Hands a mail to the world. It cannot be taken back and cannot be asked whether it arrived. */
public interface Mailer {

  /**
   * @throws dev.tollgate.core.kernel.Unavailable where it is unknown whether the mail went out, or
   *     the service asks us to try later
   */
  Outcome send(Mail mail);

  /** What became of a mail. */
  sealed interface Outcome {
    /** Taken over by the service. */
    record Accepted() implements Outcome {}

    /** The service will never take this mail; trying again is pointless. */
    record Refused(String reason) implements Outcome {}
  }
}
