package dev.tollgate.core.billing;

import dev.tollgate.core.kernel.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What an event turned out to be about, asked for at the provider when the event is applied. */
public sealed interface Happening {

  /**
   * @param at when it was paid
   * @param paid may be zero, as with the first invoice of a trial
   */
  record InvoicePaid(String invoice, String number, Money paid, Instant at, Optional<URI> url)
      implements Happening {}

  /**
   * A charge for an invoice that is still open failed.
   *
   * @param attempts how many were made
   * @param nextTry empty where the provider gave up
   */
  record InvoiceFailed(
      String invoice, Money due, int attempts, Optional<Instant> nextTry, Optional<URI> url)
      implements Happening {}

  /** The bank wants its customer to confirm a payment for an invoice that is still open. */
  record ActionRequired(String invoice, Money due, Optional<URI> url) implements Happening {}

  /** Money went back for good. */
  record Refunded(String refund, Money amount, Instant at) implements Happening {}

  record Disputed(String dispute, Money amount, Instant at, String reason) implements Happening {}

  record DisputeClosed(String dispute, Money amount, Instant at, boolean won)
      implements Happening {}

  /** A single payment moved at the provider; whoever keeps payments asks for it. */
  record PaymentMoved(String payment) implements Happening {}

  /** Something is wrong that nobody but the platform owner can put right: usage is being lost. */
  record Alarm(String what) implements Happening {}
}
