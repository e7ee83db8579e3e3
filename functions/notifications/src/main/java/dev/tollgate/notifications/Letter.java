package dev.tollgate.notifications;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.OneTimeSecret;
import java.time.Instant;
import java.util.Optional;

/** Everything one mail says, before it has words. */
sealed interface Letter {
  Member to();

  /** About who may get in. */
  sealed interface OfSecurity extends Letter {}

  /** About what was bought and paid. */
  sealed interface OfBilling extends Letter {}

  /** About whether the account works at all. */
  sealed interface OfStanding extends Letter {}

  /** Proves the mailbox by a link. */
  record VerifyMailbox(Member to, OneTimeSecret secret) implements OfSecurity {}

  /** Sets a new password by a link. */
  record ResetPassword(Member to, OneTimeSecret secret) implements OfSecurity {}

  /** Tells the owner of a password, who may not have changed it. */
  record PasswordWasChanged(Member to, Instant at) implements OfSecurity {}

  /**
   * @param plan its key
   */
  record PlanStarted(Member to, String plan) implements OfBilling {}

  /**
   * @param plan its key
   */
  record PlanEnded(Member to, String plan) implements OfBilling {}

  /**
   * @param number of the invoice
   * @param page the provider's, with the invoice
   */
  record Receipt(Member to, String number, Money amount, Optional<String> page)
      implements OfBilling {}

  /**
   * @param nextTry empty where nobody but the reader will try again
   * @param page the provider's, where the invoice can be paid
   */
  record PaymentRefused(Member to, Money amount, Optional<Instant> nextTry, Optional<String> page)
      implements OfBilling {}

  /**
   * @param page the provider's, where the bank asks
   */
  record ConfirmPayment(Member to, Money amount, Optional<String> page) implements OfBilling {}

  /** Money went back. */
  record MoneyReturned(Member to, Money amount) implements OfBilling {}

  /**
   * @param reason as the platform owner worded it
   */
  record AccountStopped(Member to, String reason) implements OfStanding {}

  /** The account works again. */
  record AccountWorksAgain(Member to) implements OfStanding {}

  /**
   * So much of a limit is used, or all of it.
   *
   * @param meter one that the edition counts
   * @param percent of the limit, at least; from 100 on the limit is reached
   * @param used in the meter's unit
   */
  record LimitComesNear(Member to, Meter meter, int percent, long used, long limit)
      implements Letter {}
}
