package dev.tollgate.core.billing;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.ledger.Movement;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people are told and what is booked, by keys that are the same whoever finds out and however
 * often. The keys come from what the provider says now, never from how we came to know.
 */
public final class Telling {
  private final Edition edition;
  private final Ids ids;

  public Telling(Edition edition, Ids ids) {
    this.edition = edition;
    this.ids = ids;
  }

  List<BillingChange.Fact> facts(
      Account account, ProviderState state, List<Happening> happened, Instant now) {
    List<BillingChange.Fact> facts = new ArrayList<>();
    state
        .current()
        .flatMap(contract -> ofContract(account.owner(), contract))
        .ifPresent(known -> facts.add(fact(account.id(), known, now)));
    for (Happening happening : happened) {
      ofHappening(account.owner(), happening)
          .ifPresent(known -> facts.add(fact(account.id(), known, now)));
      strike(happening).ifPresent(known -> facts.add(fact(account.id(), known, now)));
    }
    return facts.stream().distinct().toList();
  }

  /** What programs are told of the subscription, where it is not what it was. */
  List<BillingChange.Fact> news(Enrollment old, Enrollment next, Instant now) {
    return SubscriptionNews.of(old, next, edition.trial(), now, ids);
  }

  List<LedgerEntry> movements(TenantId tenant, List<Happening> happened) {
    return happened.stream().flatMap(each -> movement(tenant, each).stream()).distinct().toList();
  }

  /** What came to light, in words for the platform owner: ids and amounts, nobody's name. */
  static List<String> words(List<Happening> happened) {
    return happened.stream().map(Telling::words).distinct().toList();
  }

  private static String words(Happening happening) {
    return switch (happening) {
      case Happening.InvoicePaid paid -> "paid " + words(paid.paid()) + " for " + paid.invoice();
      case Happening.InvoiceFailed failed ->
          "try " + failed.attempts() + " to charge " + words(failed.due()) + " failed";
      case Happening.ActionRequired required ->
          words(required.due()) + " waits for the bank's customer";
      case Happening.Refunded refunded -> "gave back " + words(refunded.amount());
      case Happening.Disputed disputed -> "disputed " + words(disputed.amount());
      case Happening.DisputeClosed closed -> closed.won() ? "dispute won" : "dispute lost";
      case Happening.PaymentMoved moved -> "single payment " + moved.payment() + " moved";
      case Happening.Alarm alarm -> alarm.what();
    };
  }

  private static String words(Money money) {
    return money.minor() + " " + money.currency();
  }

  private record Known(String key, Announcement announcement) {}

  private BillingChange.Fact fact(TenantId tenant, Known known, Instant now) {
    return new BillingChange.Fact(known.key(), Message.of(known.announcement(), tenant, now, ids));
  }

  /** The state a contract is in is told, not how it got there. */
  private static Optional<Known> ofContract(UserId owner, Contract contract) {
    if (contract.status() == ContractStatus.CANCELED) {
      return Optional.of(
          new Known(
              "subscription_ended:" + contract.id(),
              new Announcement.SubscriptionEnded(owner, contract.plan())));
    }
    return contract.status() == ContractStatus.TRIALING
            || contract.status() == ContractStatus.ACTIVE
        ? Optional.of(
            new Known(
                "subscription_started:" + contract.id(),
                new Announcement.SubscriptionStarted(owner, contract.plan())))
        : Optional.empty();
  }

  private static Optional<Known> ofHappening(UserId owner, Happening happening) {
    return switch (happening) {
      case Happening.InvoicePaid paid when paid.paid().minor() > 0 ->
          Optional.of(
              new Known(
                  "invoice_paid:" + paid.invoice(),
                  new Announcement.PaymentReceived(
                      owner, paid.number(), paid.paid(), paid.url().map(URI::toString))));
      case Happening.InvoiceFailed failed ->
          Optional.of(
              new Known(
                  "invoice_failed:" + failed.invoice() + ":" + failed.attempts(),
                  new Announcement.PaymentFailed(
                      owner, failed.due(), failed.nextTry(), failed.url().map(URI::toString))));
      case Happening.ActionRequired required ->
          Optional.of(
              new Known(
                  "action_required:" + required.invoice(),
                  new Announcement.PaymentActionRequired(
                      owner, required.due(), required.url().map(URI::toString))));
      case Happening.Refunded refunded ->
          Optional.of(
              new Known(
                  "refunded:" + refunded.refund(),
                  new Announcement.PaymentRefunded(owner, refunded.amount())));
      case Happening.InvoicePaid _,
          Happening.Disputed _,
          Happening.DisputeClosed _,
          Happening.PaymentMoved _,
          Happening.Alarm _ ->
          Optional.empty();
    };
  }

  /** What the kill switch hears, where refused charges may pull it. */
  private Optional<Known> strike(Happening happening) {
    if (edition.killSwitch().failedPayments().isEmpty()) {
      return Optional.empty();
    }
    return switch (happening) {
      case Happening.InvoiceFailed failed ->
          Optional.of(
              new Known(
                  "charge_refused:" + failed.invoice() + ":" + failed.attempts(),
                  new Announcement.ChargeRefused(failed.invoice(), failed.attempts())));
      case Happening.InvoicePaid paid when paid.paid().minor() > 0 ->
          Optional.of(
              new Known(
                  "charge_settled:" + paid.invoice(),
                  new Announcement.ChargeSettled(paid.invoice())));
      case Happening.InvoicePaid _,
          Happening.ActionRequired _,
          Happening.Refunded _,
          Happening.Disputed _,
          Happening.DisputeClosed _,
          Happening.PaymentMoved _,
          Happening.Alarm _ ->
          Optional.empty();
    };
  }

  private static Optional<LedgerEntry> movement(TenantId tenant, Happening happening) {
    return switch (happening) {
      case Happening.InvoicePaid paid when paid.paid().minor() > 0 ->
          Optional.of(
              new LedgerEntry(
                  tenant,
                  paid.at(),
                  Movement.INVOICE_PAID,
                  paid.paid(),
                  paid.invoice(),
                  "Invoice " + paid.number()));
      case Happening.Refunded refunded ->
          Optional.of(
              new LedgerEntry(
                  tenant,
                  refunded.at(),
                  Movement.REFUNDED,
                  refunded.amount(),
                  refunded.refund(),
                  "Refund"));
      case Happening.Disputed disputed ->
          Optional.of(
              new LedgerEntry(
                  tenant,
                  disputed.at(),
                  Movement.DISPUTED,
                  disputed.amount(),
                  disputed.dispute(),
                  "Disputed: " + disputed.reason()));
      case Happening.DisputeClosed closed ->
          Optional.of(
              new LedgerEntry(
                  tenant,
                  closed.at(),
                  closed.won() ? Movement.DISPUTE_WON : Movement.DISPUTE_LOST,
                  closed.amount(),
                  closed.dispute(),
                  closed.won() ? "Dispute won" : "Dispute lost"));
      case Happening.InvoicePaid _,
          Happening.InvoiceFailed _,
          Happening.ActionRequired _,
          Happening.PaymentMoved _,
          Happening.Alarm _ ->
          Optional.empty();
    };
  }
}
