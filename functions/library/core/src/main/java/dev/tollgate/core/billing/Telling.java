package dev.tollgate.core.billing;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.TrialEnd;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.ledger.Movement;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.schedule.Agenda;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What people are told, what is booked and what must follow, by keys that are the same whoever
 * finds out and however often. The keys come from what the provider says now, never from how we
 * came to know.
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
      if (!isToldBySchedule(happening, state)) {
        ofHappening(account.owner(), happening)
            .ifPresent(known -> facts.add(fact(account.id(), known, now)));
      }
      strike(happening).ifPresent(known -> facts.add(fact(account.id(), known, now)));
    }
    return facts.stream().distinct().toList();
  }

  /**
   * That nothing is owed, where a suspension over money may wait for it: a contract is in order, or
   * the edition's last try for a trial failed and what it began has lapsed.
   *
   * @param isTold whether a fact of that key was told
   */
  List<BillingChange.Fact> nothingOwed(
      Enrollment next, ProviderState state, Predicate<String> isTold, Instant now) {
    if (!edition.suspendsOverPayments()) {
      return List.of();
    }
    return state
        .current()
        .filter(Telling::isInOrder)
        .or(() -> state.lapsed().filter(_ -> lastTry(next).filter(isTold).isPresent()))
        .map(Contract::id)
        .map(id -> new Known("nothing_owed:" + id, new Announcement.NothingOwed(id)))
        .map(known -> fact(next.tenant(), known, now))
        .stream()
        .toList();
  }

  private static boolean isInOrder(Contract contract) {
    return contract.status() == ContractStatus.TRIALING
        || contract.status() == ContractStatus.ACTIVE;
  }

  /** Under which key the last failed try for the trial that the tenant had is told. */
  private Optional<String> lastTry(Enrollment enrollment) {
    return Agenda.of(enrollment, edition).stream()
        .filter(action -> action.duty() == Duty.TRIAL_CHARGE)
        .max(Comparator.comparingInt(DueAction::step))
        .map(DebtNews::key);
  }

  /** What programs are told of the subscription, where it is not what it was. */
  List<BillingChange.Fact> news(Enrollment old, Enrollment next, Instant now) {
    return SubscriptionNews.of(old, next, edition.terms(), now, ids);
  }

  /** That a contract is for another plan now, under a key that names the version to be written. */
  List<BillingChange.Fact> planChange(
      Account account, Enrollment old, Enrollment next, Instant now) {
    Optional<Contract> before = old.contract().filter(Contract::isRunning);
    Optional<Contract> after = next.contract().filter(Contract::isRunning);
    if (before.isEmpty()
        || after.isEmpty()
        || !before.get().id().equals(after.get().id())
        || before.get().plan().equals(after.get().plan())) {
      return List.of();
    }
    return List.of(
        fact(
            account.id(),
            new Known(
                "plan_changed:" + after.get().id() + ":" + (next.version() + 1),
                new Announcement.PlanChanged(
                    account.owner(), before.get().plan(), after.get().plan())),
            now));
  }

  /**
   * A trial's first charge is tried on the edition's days, and whoever tries tells how it went:
   * once for a day, however often the provider speaks of it.
   */
  private boolean isToldBySchedule(Happening happening, ProviderState state) {
    boolean waits =
        happening instanceof Happening.InvoiceFailed
            || happening instanceof Happening.ActionRequired;
    return waits
        && edition.trial() instanceof TrialPolicy.Trial policy
        && policy.afterwards() instanceof TrialEnd.ChargeOnDay
        && state.contracts().stream()
            .anyMatch(
                contract ->
                    contract.status() == ContractStatus.INCOMPLETE || contract.owesFirstPeriod());
  }

  /** What must happen later because of it. */
  List<DueAction> due(Enrollment old, Enrollment next, Instant now) {
    return Agenda.added(Optional.of(old), next, edition, now);
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
    return isInOrder(contract)
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

  /** What the kill switch hears: refusals where they may pull it, payments where one lets it go. */
  private Optional<Known> strike(Happening happening) {
    if (!edition.suspendsOverPayments()) {
      return Optional.empty();
    }
    return switch (happening) {
      case Happening.InvoiceFailed _ when edition.killSwitch().failedPayments().isEmpty() ->
          Optional.empty();
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
