package dev.tollgate.stripelocal.payments;

/** What became of confirming an intent; the intent itself has been changed accordingly. */
public sealed interface Attempt {
  /** The money is there, or for manual capture reserved. */
  record Succeeded() implements Attempt {}

  /** The card was refused; the intent waits for another one. */
  record Declined(Refusal refusal) implements Attempt {}

  /** The buyer must authenticate on the page that {@code next_action} names. */
  record ActionRequired() implements Attempt {}
}
