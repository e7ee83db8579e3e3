package dev.tollgate.core.messages;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/** What a message says. Each kind says who asked for it and what its consumer does. */
public sealed interface Announcement {

  /** Something that one person of the tenant is told. */
  sealed interface ToPerson extends Announcement {
    UserId user();
  }

  /** Somebody signed up or asked again: send a link that proves the mailbox. */
  record VerificationRequested(UserId user) implements ToPerson {}

  /** Somebody forgot a password: send a link that sets a new one. */
  record PasswordResetRequested(UserId user) implements ToPerson {}

  /** A password was changed or reset: tell its owner, who may not have done it. */
  record PasswordChanged(UserId user) implements ToPerson {}

  /** A contract began to run, by a checkout: tell the owner what the tenant has now. */
  record SubscriptionStarted(UserId user, String plan) implements ToPerson {}

  /**
   * A contract is over: tell the owner what that means.
   *
   * @param plan that was lost
   */
  record SubscriptionEnded(UserId user, String plan) implements ToPerson {}

  /**
   * An invoice was paid: send the receipt.
   *
   * @param link the provider's page with the invoice. It opens that one invoice to who holds it,
   *     which is why it stands in no log.
   */
  record PaymentReceived(UserId user, String number, Money amount, Optional<String> link)
      implements ToPerson {}

  /**
   * A renewal was refused: ask the owner to pay on the provider's page.
   *
   * @param nextTry empty where the provider will not try again
   */
  record PaymentFailed(UserId user, Money amount, Optional<Instant> nextTry, Optional<String> link)
      implements ToPerson {}

  /** The bank wants a payment confirmed: send the owner where that is done. */
  record PaymentActionRequired(UserId user, Money amount, Optional<String> link)
      implements ToPerson {}

  /** Money was given back: tell the owner. */
  record PaymentRefunded(UserId user, Money amount) implements ToPerson {}

  /**
   * Something billable was used: report it to the payment provider.
   *
   * @param usage the ledger's id, under which the provider counts it once
   * @param amount in the meter's unit, above zero
   */
  record UsageRecorded(String usage, Meter meter, long amount) implements Announcement {}

  /** A tenant began in an edition whose tenants are customers from the start: make one. */
  record CustomerWanted() implements Announcement {}
}
