package dev.tollgate.core.billing;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.MeterKind;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.quota.Meters;
import dev.tollgate.core.quota.Slot;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.core.subscriptions.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * A tenant takes another plan or other seats. What runs is changed at the provider under a key that
 * names the version it starts from, so two clicks are one change; what the provider then says is
 * what is written.
 */
public final class ChangingSubscription {
  /** How long what a preview showed holds. */
  private static final Duration PREVIEW = Duration.ofHours(1);

  private final Edition edition;
  private final PlanCatalogue catalogue;
  private final Enrollments enrollments;
  private final Meters meters;
  private final ProviderCustomers provider;
  private final Contracts contracts;
  private final RefreshingEnrollment refreshing;
  private final BillingChanges changes;
  private final Time time;
  private final Ids ids;

  public ChangingSubscription(
      Edition edition,
      PlanCatalogue catalogue,
      Enrollments enrollments,
      Meters meters,
      ProviderCustomers provider,
      Contracts contracts,
      RefreshingEnrollment refreshing,
      BillingChanges changes,
      Time time,
      Ids ids) {
    this.edition = edition;
    this.catalogue = catalogue;
    this.enrollments = enrollments;
    this.meters = meters;
    this.provider = provider;
    this.contracts = contracts;
    this.refreshing = refreshing;
    this.changes = changes;
    this.time = time;
    this.ids = ids;
  }

  /**
   * @param plan empty to keep the one there is
   * @param seats empty to keep as many as there are
   * @param at when the change is to be reckoned, of a preview of the last hour; empty for now
   */
  public record Wish(Optional<String> plan, OptionalInt seats, Optional<Instant> at) {}

  /** What the change would cost. Nothing changes. */
  public Outcome preview(Member member, Wish wish) {
    return planned(
        member,
        wish,
        _ -> new CostsNothing(),
        ready -> new Previewed(contracts.preview(ready.contract().id(), ready.change())));
  }

  public Outcome change(Member member, Wish wish, Client client) {
    return planned(member, wish, this::settle, ready -> change(member, ready, client));
  }

  /** A change that can be asked for. */
  private record Ready(Enrollment enrollment, Contract contract, Contracts.Change change) {}

  /** A free plan that can be given, since no contract runs. */
  private record Settling(Tenancy tenancy, Plan free, Instant now) {}

  private Outcome planned(
      Member member,
      Wish wish,
      Function<Settling, Outcome> thenSettle,
      Function<Ready, Outcome> thenChange) {
    TenantId tenant = member.account().id();
    Instant now = time.now(tenant);
    Enrollment enrollment = enrollments.find(tenant).orElse(member.enrollment());
    Optional<Contract> running = enrollment.contract().filter(Contract::isRunning);
    String key = wish.plan().orElse(enrollment.at(now, edition.terms()).plan());
    Optional<ListedPlan> target = catalogue.find(key).filter(listed -> !listed.plan().archived());
    if (target.isEmpty()) {
      return new Invalid(List.of(new Violation("plan", "is not a plan")));
    }
    if (running.isEmpty()) {
      return target.get().plan().isFree()
          ? thenSettle.apply(
              new Settling(member.tenancy().with(enrollment), target.get().plan(), now))
          : new CheckoutNeeded();
    }
    if (target.get().plan().isFree()) {
      return new Invalid(
          List.of(new Violation("plan", "is free: cancel the subscription to come back to it")));
    }
    if (wish.at().filter(at -> isTooFar(at, running.get(), now)).isPresent()) {
      return new Invalid(
          List.of(new Violation("at", "must be that of a preview of the last hour")));
    }
    if (!provider.isConfigured()) {
      return new NotConfigured();
    }
    int seats = wish.seats().orElse(target.get().plan().isSoldBySeat() ? running.get().seats() : 1);
    return switch (Sellable.of(
        catalogue,
        new OpeningCheckout.Wish(key, OptionalInt.of(seats), running.get().interval()))) {
      case Sellable.No no -> new Invalid(no.violations());
      case Sellable.NotMatched _ -> new NotConfigured();
      case Sellable.Yes yes -> {
        List<Excess> over = excess(member.tenancy(), yes.listed().plan(), seats, now);
        yield over.isEmpty()
            ? thenChange.apply(new Ready(enrollment, running.get(), change(yes, wish, now)))
            : new UsageExceedsPlan(yes.listed().plan(), over);
      }
    };
  }

  /** Whoever could choose the moment freely could choose the price. */
  private static boolean isTooFar(Instant at, Contract running, Instant now) {
    return at.isAfter(now)
        || at.isBefore(now.minus(PREVIEW))
        || at.isBefore(running.periodStart().truncatedTo(ChronoUnit.SECONDS));
  }

  private static Contracts.Change change(Sellable.Yes yes, Wish wish, Instant now) {
    return new Contracts.Change(
        yes.price(),
        Set.copyOf(yes.listed().prices().overage().values()),
        yes.seats(),
        wish.at().orElse(now).truncatedTo(ChronoUnit.SECONDS));
  }

  private List<Excess> excess(Tenancy tenancy, Plan plan, int seats, Instant now) {
    List<Slot> levels =
        edition.meters().stream()
            .filter(policy -> policy.kind() instanceof MeterKind.Gauge)
            .<Slot>map(policy -> new Slot.Level(policy.meter()))
            .toList();
    return Excess.of(
        meters.used(tenancy.account().id(), levels),
        plan,
        seats,
        edition,
        tenancy.overrides(),
        now);
  }

  private Outcome change(Member member, Ready ready, Client client) {
    TenantId tenant = member.account().id();
    String key =
        "change-"
            + tenant.value()
            + "-"
            + Fingerprint.of(
                    ready.enrollment().version()
                        + "\n"
                        + ready.change().price()
                        + "\n"
                        + ready.change().seats())
                .value();
    return switch (contracts.change(ready.contract().id(), ready.change(), key)) {
      case Contracts.Outcome.Declined declined -> new Declined(declined.reason());
      // The same change, reckoned at another second: it was made already.
      case Contracts.Outcome.Changed _, Contracts.Outcome.KeyTaken _ -> {
        audit(member, client);
        yield refreshing
            .refresh(tenant, ready.enrollment().customer().id().orElseThrow())
            .<Outcome>map(refreshed -> new Changed(refreshed.enrollment()))
            .orElseGet(() -> new Changed(ready.enrollment()));
      }
    };
  }

  private void audit(Member member, Client client) {
    TenantId tenant = member.account().id();
    changes.commit(
        BillingChange.noted(
            AuditEntry.of(
                AuditAction.PLAN_CHANGE_REQUESTED,
                tenant,
                member.user().id(),
                client,
                time.now(tenant),
                ids)));
  }

  /**
   * Without a contract a free plan costs nobody anything: it is given. Who has a plan without one
   * keeps it: a present or an agreement is not lost by choosing less, and whoever fell to the free
   * plan has it.
   */
  private Outcome settle(Settling settling) {
    Instant now = settling.now();
    Plan free = settling.free();
    return switch (settling.tenancy().enrollment().at(now, edition.terms())) {
      case Subscription.Trialing trial -> give(settling, trial.settleFor(free.key(), now));
      case Subscription.Canceled canceled -> give(settling, canceled.settleFor(free.key(), now));
      case Subscription.Incomplete unpaid -> give(settling, unpaid.settleFor(free.key(), now));
      case Subscription.Active _, Subscription.Complimentary _ ->
          new Changed(settling.tenancy().enrollment());
      case Subscription.PastDue _, Subscription.Unpaid _, Subscription.Paused _ ->
          throw new IllegalStateException("a contract runs");
    };
  }

  private Outcome give(Settling settling, Grant.Given given) {
    Enrollment changed = settling.tenancy().enrollment().with(given);
    List<BillingChange.Fact> news =
        SubscriptionNews.of(
            settling.tenancy().enrollment(), changed, edition.terms(), settling.now(), ids);
    BillingChange change =
        BillingChange.of(changed, settling.now())
            .telling(news)
            .within(
                Excess.most(
                    settling.free(), edition, settling.tenancy().overrides(), settling.now()));
    return switch (changes.commit(change)) {
      case WRITTEN -> new Changed(changed);
      case STALE -> new Moved();
      case EXCEEDED -> exceeded(settling);
      case CLAIM_LOST -> throw new IllegalStateException("nothing was claimed");
    };
  }

  /** Where somebody made room meanwhile, a new try will tell. */
  private Outcome exceeded(Settling settling) {
    List<Excess> over = excess(settling.tenancy(), settling.free(), 1, settling.now());
    return over.isEmpty() ? new Moved() : new UsageExceedsPlan(settling.free(), over);
  }

  /** What the client hears. */
  public sealed interface Outcome {}

  public record Changed(Enrollment enrollment) implements Outcome {}

  /** A free plan, and no contract that would have to end first. */
  public record CostsNothing() implements Outcome {}

  public record Previewed(Contracts.Preview preview) implements Outcome {}

  public record Invalid(List<Violation> violations) implements Outcome {}

  /** A plan that costs something begins with a checkout. */
  public record CheckoutNeeded() implements Outcome {}

  public record NotConfigured() implements Outcome {}

  /** The card refused; nothing has changed. */
  public record Declined(String reason) implements Outcome {}

  public record UsageExceedsPlan(Plan plan, List<Excess> over) implements Outcome {}

  /** Somebody else changed it at the same moment: look again. */
  public record Moved() implements Outcome {}
}
