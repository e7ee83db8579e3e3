package dev.tollgate.core.billing;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.editions.Price;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.schedule.Agenda;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.core.subscriptions.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The platform owner gives a tenant more time, a present, or a plan of its own. */
public final class ChangingGrant {
  /** Of an extension, so that a slip of the finger is not a trial for life. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private static final int TRIES = 8;

  private final Edition edition;
  private final PlanCatalogue catalogue;
  private final Members members;
  private final BillingChanges changes;
  private final Time time;
  private final Ids ids;

  public ChangingGrant(
      Edition edition,
      PlanCatalogue catalogue,
      Members members,
      BillingChanges changes,
      Time time,
      Ids ids) {
    this.edition = edition;
    this.catalogue = catalogue;
    this.members = members;
    this.changes = changes;
    this.time = time;
    this.ids = ids;
  }

  /**
   * Who changes whose.
   *
   * @param by of the platform
   */
  public record Request(TenantId tenant, Member by, Client client) {}

  public Outcome change(Request request, GrantEdit edit) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Tenancy> tenancy = members.findTenancy(request.tenant());
      if (tenancy.isEmpty()) {
        return new Unknown();
      }
      // As exact as it is stored, so that what follows is named alike by everybody.
      Instant now = time.now(request.tenant()).truncatedTo(ChronoUnit.MILLIS);
      Decision decision = decide(tenancy.get(), edit, now);
      if (decision.next().isEmpty()) {
        return decision.otherwise();
      }
      Enrollment next = tenancy.get().enrollment().with(decision.next().get());
      if (changes.commit(change(request, edit, tenancy.get(), next, now))
          == BillingChanges.Commit.WRITTEN) {
        return new Changed(tenancy.get().with(next));
      }
    }
    throw new Unavailable("the subscription kept moving");
  }

  /** What to give, or why not. */
  private record Decision(Optional<Grant> next, Outcome otherwise) {
    static Decision to(Grant grant) {
      return new Decision(Optional.of(grant), new Unknown());
    }

    static Decision not(Outcome refusal) {
      return new Decision(Optional.empty(), refusal);
    }
  }

  private Decision decide(Tenancy tenancy, GrantEdit edit, Instant now) {
    return switch (edit) {
      case GrantEdit.MoreDays more ->
          more.days() < 1 || more.days() > LONGEST.toDays()
              ? invalid("days", "must be a whole number from 1 to " + LONGEST.toDays())
              : extended(tenancy, now, end -> later(end, now).plus(Duration.ofDays(more.days())));
      case GrantEdit.TrialUntil until ->
          !until.end().isAfter(now) || until.end().isAfter(now.plus(LONGEST))
              ? invalid("ends_at", "must lie ahead, by " + LONGEST.toDays() + " days at most")
              : extended(tenancy, now, _ -> until.end().truncatedTo(ChronoUnit.MILLIS));
      case GrantEdit.MakePresent present -> presented(tenancy, present.plan(), now);
      case GrantEdit.GivePlan given -> given(tenancy, given.plan(), now);
    };
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Where a trial ends that ended then. */
  private interface NewEnd {
    Instant of(Instant end);
  }

  private Decision extended(Tenancy tenancy, Instant now, NewEnd newEnd) {
    Enrollment enrollment = tenancy.enrollment();
    if (enrollment.isSubscribed()) {
      return Decision.not(new SubscriptionExists());
    }
    if (!(enrollment.grant() instanceof Grant.Trial trial)) {
      return Decision.not(new NoTrial());
    }
    Instant end = newEnd.of(trial.endsAt());
    if (!now.isBefore(trial.endsAt())
        || !(enrollment.at(now, edition.terms()) instanceof Subscription.Trialing running)) {
      return Decision.to(new Grant.Trial(trial.plan(), now, end, true));
    }
    return end.isAfter(trial.endsAt())
        ? Decision.to(running.extendedTo(end))
        : Decision.not(new Changed(tenancy));
  }

  /** Not beside a contract that goes on: the present would be charged for. */
  private Decision presented(Tenancy tenancy, String plan, Instant now) {
    if (listed(plan).isEmpty()) {
      return invalid("plan", "is not a plan");
    }
    boolean chargedOn =
        tenancy
            .enrollment()
            .contract()
            .filter(contract -> contract.isRunning() && contract.cancelsAt().isEmpty())
            .isPresent();
    if (chargedOn) {
      return Decision.not(new SubscriptionExists());
    }
    return tenancy.enrollment().grant() instanceof Grant.Complimentary had
            && had.plan().equals(plan)
        ? Decision.not(new Changed(tenancy))
        : Decision.to(tenancy.enrollment().at(now, edition.terms()).giveAway(plan, now));
  }

  private Decision given(Tenancy tenancy, String plan, Instant now) {
    Optional<Plan> target = listed(plan);
    if (target.isEmpty()) {
      return invalid("plan", "is not a plan");
    }
    if (target.get().price() instanceof Price.Monthly) {
      return invalid("plan", "is sold at a checkout; make a present of it instead");
    }
    if (tenancy.enrollment().contract().filter(Contract::isRunning).isPresent()) {
      return Decision.not(new SubscriptionExists());
    }
    return tenancy.enrollment().at(now, edition.terms()) instanceof Subscription.Active active
            && active.plan().equals(plan)
            && tenancy.enrollment().grant() instanceof Grant.Given
        ? Decision.not(new Changed(tenancy))
        : Decision.to(new Grant.Given(plan, now));
  }

  private Optional<Plan> listed(String key) {
    return catalogue.find(key).map(ListedPlan::plan).filter(plan -> !plan.archived());
  }

  private static Decision invalid(String field, String message) {
    return Decision.not(new Invalid(List.of(new Violation(field, message))));
  }

  private BillingChange change(
      Request request, GrantEdit edit, Tenancy tenancy, Enrollment next, Instant now) {
    Enrollment old = tenancy.enrollment();
    List<BillingChange.Fact> facts =
        new ArrayList<>(SubscriptionNews.of(old, next, edition.terms(), now, ids));
    mail(edit, tenancy, next, now)
        .map(words -> Message.of(words, old.tenant(), now, ids))
        .map(message -> new BillingChange.Fact("granted:" + (old.version() + 1), message))
        .ifPresent(facts::add);
    return BillingChange.of(next, now)
        .telling(facts)
        .scheduling(Agenda.added(Optional.of(old), next, edition, now))
        .with(List.of(entry(request, edit, next, now)));
  }

  private Optional<Announcement> mail(
      GrantEdit edit, Tenancy tenancy, Enrollment next, Instant now) {
    String from = tenancy.enrollment().at(now, edition.terms()).plan();
    return switch (edit) {
      case GrantEdit.MakePresent present ->
          Optional.of(
              new Announcement.ComplimentaryGranted(tenancy.account().owner(), present.plan()));
      case GrantEdit.GivePlan given when !from.equals(given.plan()) ->
          Optional.of(new Announcement.PlanChanged(tenancy.account().owner(), from, given.plan()));
      case GrantEdit.MoreDays _, GrantEdit.TrialUntil _ ->
          next.grant() instanceof Grant.Trial trial && trial.since().equals(now)
              ? Optional.of(
                  new Announcement.TrialStarted(
                      tenancy.account().owner(), trial.plan(), trial.endsAt()))
              : Optional.empty();
      case GrantEdit.GivePlan _ -> Optional.empty();
    };
  }

  private AuditEntry entry(Request request, GrantEdit edit, Enrollment next, Instant now) {
    AuditAction action =
        switch (edit) {
          case GrantEdit.MoreDays _, GrantEdit.TrialUntil _ -> AuditAction.TRIAL_EXTENDED;
          case GrantEdit.MakePresent _ -> AuditAction.COMPLIMENTARY_GRANTED;
          case GrantEdit.GivePlan _ -> AuditAction.PLAN_GIVEN;
        };
    String words =
        next.grant() instanceof Grant.Trial trial
            ? trial.plan() + " until " + trial.endsAt()
            : next.grant().plan();
    return AuditEntry.of(
            action, request.tenant(), request.by().user().id(), request.client(), now, ids)
        .with(words);
  }

  /** What the platform owner hears. */
  public sealed interface Outcome {}

  /** As it is now; also where it was so before. */
  public record Changed(Tenancy tenancy) implements Outcome {}

  public record Invalid(List<Violation> violations) implements Outcome {}

  /** There was never a trial that could last longer. */
  public record NoTrial() implements Outcome {}

  /** A contract runs: what the tenant has is changed there. */
  public record SubscriptionExists() implements Outcome {}

  public record Unknown() implements Outcome {}
}
