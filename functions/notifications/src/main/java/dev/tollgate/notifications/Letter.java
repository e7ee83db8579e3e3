package dev.tollgate.notifications;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.OneTimeSecret;
import java.time.Instant;
import java.util.Optional;

/** Everything one mail says, before it has words. */
sealed interface Letter {
  Reader to();

  /** About who may get in. */
  sealed interface OfSecurity extends Letter {}

  /** About a trial and what follows it. */
  sealed interface OfTrial extends Letter {}

  /** About what was bought and paid. */
  sealed interface OfBilling extends Letter {}

  /** About whether the account works, and whether it goes on at all. */
  sealed interface OfStanding extends Letter {}

  /** About what somebody asked for. */
  sealed interface OfRequest extends Letter {}

  /** Proves the mailbox by a link. */
  record VerifyMailbox(Reader to, OneTimeSecret secret) implements OfSecurity {}

  /** Sets a new password by a link. */
  record ResetPassword(Reader to, OneTimeSecret secret) implements OfSecurity {}

  /** Tells the owner of a password, who may not have changed it. */
  record PasswordWasChanged(Reader to, Instant at) implements OfSecurity {}

  /**
   * @param plan its key
   */
  record TrialBegan(Reader to, String plan, Instant endsAt) implements OfTrial {}

  /**
   * @param plan its key
   * @param now when the letter is written
   */
  record TrialWillEnd(Reader to, String plan, Instant endsAt, Instant now) implements OfTrial {}

  /**
   * @param plan that was bought, by key
   * @param at when its trial ends and the card is charged
   * @param now when the letter is written
   */
  record ChargeWillCome(Reader to, String plan, Instant at, Instant now) implements OfTrial {}

  /**
   * @param plan its key
   */
  record TrialIsOver(Reader to, String plan, Instant endedAt) implements OfTrial {}

  /**
   * @param plan its key
   */
  record GraceIsOver(Reader to, String plan) implements OfTrial {}

  /**
   * @param nextTry empty where nobody but the reader will try again
   * @param page the provider's, where the invoice can be paid
   */
  record FirstChargeRefused(
      Reader to, Money amount, Optional<Instant> nextTry, Optional<String> page)
      implements OfTrial {}

  /**
   * @param plan its key
   */
  record PlanStarted(Reader to, String plan) implements OfBilling {}

  /**
   * @param plan its key
   */
  record PlanEnded(Reader to, String plan) implements OfBilling {}

  /**
   * @param old its key
   * @param present its key
   */
  record PlanIsAnother(Reader to, String old, String present) implements OfBilling {}

  /**
   * @param plan its key
   */
  record PlanWasGiven(Reader to, String plan) implements OfBilling {}

  /**
   * @param number of the invoice
   * @param page the provider's, with the invoice
   */
  record Receipt(Reader to, String number, Money amount, Optional<String> page)
      implements OfBilling {}

  /**
   * @param nextTry empty where nobody but the reader will try again
   * @param page the provider's, where the invoice can be paid
   */
  record PaymentRefused(Reader to, Money amount, Optional<Instant> nextTry, Optional<String> page)
      implements OfBilling {}

  /**
   * @param page the provider's, where the bank asks
   */
  record ConfirmPayment(Reader to, Money amount, Optional<String> page) implements OfBilling {}

  /** Money went back. */
  record MoneyReturned(Reader to, Money amount) implements OfBilling {}

  /** A renewal is owed, and the grace for it runs. */
  record AccessWillEnd(Reader to, Instant endsAt) implements OfBilling {}

  /** A renewal is owed, and the grace for it is over. */
  record AccessIsOver(Reader to) implements OfBilling {}

  /**
   * @param reason as the platform owner worded it
   */
  record AccountStopped(Reader to, String reason) implements OfStanding {}

  /** The account works again. */
  record AccountWorksAgain(Reader to) implements OfStanding {}

  /**
   * @param at from when on it cannot be undone
   */
  record AccountWillBeErased(Reader to, Instant at) implements OfStanding {}

  /** The account stays. */
  record AccountStays(Reader to) implements OfStanding {}

  /**
   * So much of a limit is used, or all of it.
   *
   * @param meter one that the edition counts
   * @param percent of the limit, at least; from 100 on the limit is reached
   * @param used in the meter's unit
   */
  record LimitComesNear(Reader to, Meter meter, int percent, long used, long limit)
      implements Letter {}

  /**
   * Asks somebody into an account.
   *
   * @param inviter as people call them
   * @param code the invite's secret
   */
  record Invitation(Reader to, String inviter, Role role, OneTimeSecret code, Instant endsAt)
      implements OfRequest {}

  /**
   * @param page where the data lie; it opens them to whoever has it
   */
  record ExportIsReady(Reader to, String page, Instant endsAt) implements OfRequest {}

  /**
   * Somebody would like to hear from the platform.
   *
   * @param source the page they asked on, as the API spells it
   */
  record LeadCameIn(
      Reader to,
      String contact,
      String company,
      String address,
      Optional<String> size,
      String source,
      Optional<String> message)
      implements OfRequest {}
}
