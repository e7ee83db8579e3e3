package dev.tollgate.notifications;

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
}
