package dev.tollgate.core.killswitch;

import dev.tollgate.core.kernel.MessageId;

/** What a suspension rests on. The store makes sure of it in the transaction that suspends. */
public sealed interface Grounds {

  /** A person decided: nothing to make sure of. */
  record Decision() implements Grounds {}

  /**
   * So many complaints.
   *
   * @param atLeast how many must stand in the present count; a restore begins a new one
   */
  record Complaints(int atLeast) implements Grounds {}

  /** A message brought news, which counts once however often the message comes. */
  record News(MessageId message) implements Grounds {}

  /**
   * A due action found that an invoice is owed, which counts once however often it is tried:
   * nothing, where the invoice was settled meanwhile or the enrollment moved.
   *
   * @param action the due action's key
   * @param version of the enrollment that it was decided on: whatever is heard of the debt later is
   *     heard after the suspension, and may end it
   */
  record Owed(String action, String invoice, long version) implements Grounds {}

  /** A message of a charge that was refused: nothing, where the invoice was settled meanwhile. */
  record Debt(MessageId message, String invoice) implements Grounds {}
}
