package dev.tollgate.core.messages;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.LeadId;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.util.Map;
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

  /** A trial runs and its mailbox is proven: tell the owner what it is and until when. */
  record TrialStarted(UserId user, String plan, Instant endsAt) implements ToPerson {}

  /** A trial will end: remind the owner. */
  record TrialEnding(UserId user, String plan, Instant endsAt) implements ToPerson {}

  /** A trial that was bought will end: tell the owner that money is taken then. */
  record ChargeComing(UserId user, String plan, Instant at) implements ToPerson {}

  /** A trial is over and nobody paid: tell the owner what that means. */
  record TrialEnded(UserId user, String plan, Instant endedAt) implements ToPerson {}

  /** The grace behind a trial is over: tell the owner that all is read-only. */
  record TrialLocked(UserId user, String plan) implements ToPerson {}

  /**
   * The first charge, after a trial, did not succeed.
   *
   * @param nextTry empty where it will not be tried again
   * @param link the provider's page where it can be paid; empty where there is no way to pay yet
   */
  record TrialChargeFailed(
      UserId user, Money amount, Optional<Instant> nextTry, Optional<String> link)
      implements ToPerson {}

  /** A renewal is still owed: tell the owner when what there is becomes read-only. */
  record AccessEnding(UserId user, Instant endsAt) implements ToPerson {}

  /** A renewal is owed for too long: tell the owner that all is read-only. */
  record AccessEnded(UserId user) implements ToPerson {}

  /** A contract is for another plan than before: tell the owner. */
  record PlanChanged(UserId user, String from, String to) implements ToPerson {}

  /** The platform made a present of a plan: tell the owner. */
  record ComplimentaryGranted(UserId user, String plan) implements ToPerson {}

  /** The account will be erased: tell the owner when, and how to undo it. */
  record ErasureScheduled(UserId user, Instant at) implements ToPerson {}

  /** The account will not be erased: tell the owner, who may not have undone it. */
  record ErasureUndone(UserId user) implements ToPerson {}

  /** Somebody asked the platform for an offer: tell a platform owner. */
  record SalesLeadReceived(UserId user, LeadId lead) implements ToPerson {}

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

  /** The kill switch was pulled: tell the owner why. */
  record AccountSuspended(UserId user, String reason) implements ToPerson {}

  /** The kill switch was let go: tell the owner. */
  record AccountRestored(UserId user) implements ToPerson {}

  /**
   * A meter came near its limit or to it: tell the owner.
   *
   * @param percent of the limit that was reached: 80, 95 or 100
   * @param used in the meter's unit, when it was noticed
   */
  record LimitNear(UserId user, Meter meter, int percent, long used, long limit)
      implements ToPerson {}

  /** Something that may pull the kill switch, or let it go. */
  sealed interface Strike extends Announcement {}

  /**
   * Somebody called a mail of the tenant spam: count it.
   *
   * @param source the complaint's id at whoever reported it; one complaint counts once
   */
  record ComplaintReceived(String source) implements Strike {}

  /**
   * A domain or an address of the tenant stands on a block list.
   *
   * @param what the domain or address
   */
  record BlockListed(String what, String list) implements Strike {}

  /**
   * A charge was refused.
   *
   * @param attempts how many tries of that invoice have failed in a row
   */
  record ChargeRefused(String invoice, int attempts) implements Strike {}

  /** A charge went through: what was suspended over refused charges works again. */
  record ChargeSettled(String invoice) implements Strike {}

  /**
   * A contract owes nothing, or nothing of it can be paid any more: what was suspended over money
   * works again, as far as there is anything to work with.
   *
   * @param contract the provider's id
   */
  record NothingOwed(String contract) implements Strike {}

  /** A suspended tenant works again: what waited for it goes on. */
  record WorkResumed() implements Announcement {}

  /**
   * News for the product's own services, sent to their addresses.
   *
   * @param event what happened, such as {@code subscription.changed}
   * @param data flat, without secrets and without what identifies a person
   */
  record Published(String event, Map<String, String> data) implements Announcement {
    public Published {
      data = Map.copyOf(data);
    }
  }
}
