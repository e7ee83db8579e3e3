package dev.tollgate.core.schedule;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Erasure;
import dev.tollgate.core.editions.DunningPolicy;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.TrialEnd;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which due actions a tenant's state calls for. The same answer decides what is written beside a
 * change and, when an action is due, whether it is still called for: so nothing is ever taken off
 * the schedule but by finding that it is not wanted any more.
 */
public final class Agenda {
  private Agenda() {}

  /** All of a tenant's, past and to come, in their order. */
  public static List<DueAction> of(Account account, Enrollment enrollment, Edition edition) {
    List<DueAction> actions = new ArrayList<>(of(account));
    actions.addAll(of(enrollment, edition));
    return actions.stream().sorted(DueAction.IN_ORDER).toList();
  }

  /** Those of an account that is to be erased, or was. */
  public static List<DueAction> of(Account account) {
    TenantId tenant = account.id();
    return switch (account.erasure()) {
      case Erasure.None _ -> List.of();
      case Erasure.Scheduled(Instant since, Instant at, var _) ->
          List.of(
              action(tenant, Duty.ERASURE_CANCELLATION, since, 0, since),
              action(tenant, Duty.ERASURE, at, 0, at));
      case Erasure.Running(Instant at) -> List.of(action(tenant, Duty.ERASURE, at, 0, at));
      case Erasure.TakenBack(Instant at, var _) ->
          List.of(action(tenant, Duty.ERASURE_WITHDRAWAL, at, 0, at));
    };
  }

  /** Those of an enrollment, past and to come, in their order. */
  public static List<DueAction> of(Enrollment enrollment, Edition edition) {
    List<DueAction> actions = new ArrayList<>();
    enrollment
        .ownTrial(edition.terms())
        .ifPresent(trial -> actions.addAll(ofTrial(enrollment, trial, edition)));
    enrollment
        .contract()
        .flatMap(Contract::chargedAfterTrial)
        .ifPresent(end -> actions.addAll(ofBoughtTrial(enrollment.tenant(), end, edition)));
    enrollment
        .contract()
        .filter(Contract::owesFirstPeriod)
        .ifPresent(owed -> actions.addAll(ofFirstPeriod(enrollment.tenant(), owed, edition)));
    enrollment
        .contract()
        .filter(contract -> contract.status() == ContractStatus.PAST_DUE)
        .ifPresent(
            owed -> actions.addAll(ofDebt(enrollment.tenant(), owed, edition.billing().dunning())));
    return actions.stream().sorted(DueAction.IN_ORDER).toList();
  }

  /**
   * Those that a change calls for and its enrollment did not before. What lies before the change is
   * left out, save what would have to be done by now: nobody is reminded of what is past.
   */
  public static List<DueAction> added(
      Optional<Enrollment> old, Enrollment next, Edition edition, Instant now) {
    Set<DueAction> before = new HashSet<>();
    old.ifPresent(known -> before.addAll(of(known, edition)));
    return of(next, edition).stream()
        .filter(action -> !before.contains(action))
        .filter(action -> action.at().isAfter(now) || !isReminder(action.duty()))
        .toList();
  }

  private static boolean isReminder(Duty duty) {
    return duty == Duty.TRIAL_REMINDER || duty == Duty.DUNNING_REMINDER;
  }

  private static List<DueAction> ofTrial(
      Enrollment enrollment, Grant.Trial trial, Edition edition) {
    if (!(edition.trial() instanceof TrialPolicy.Trial policy)) {
      return List.of(
          action(enrollment.tenant(), Duty.TRIAL_END, trial.endsAt(), 0, trial.endsAt()));
    }
    TenantId tenant = enrollment.tenant();
    Instant end = trial.endsAt();
    // A trial that is longer or shorter than the edition's has the same last days.
    Instant start = end.minus(policy.length());
    List<DueAction> actions = new ArrayList<>();
    for (int day : policy.reminderDays()) {
      Instant at = start.plus(policy.dayCount().sinceStart(day));
      if (at.isAfter(trial.since())) {
        actions.add(action(tenant, Duty.TRIAL_REMINDER, end, day, at));
      }
    }
    switch (policy.afterwards()) {
      case TrialEnd.FreeTier _, TrialEnd.ComputedWall _ ->
          actions.add(action(tenant, Duty.TRIAL_END, end, 0, end));
      case TrialEnd.ReadOnlyLock(Duration grace) -> {
        actions.add(action(tenant, Duty.TRIAL_END, end, 0, end));
        actions.add(action(tenant, Duty.TRIAL_GRACE_END, end, 0, end.plus(grace)));
      }
      case TrialEnd.ChargeOnDay charge -> {
        actions.add(charge(tenant, end, start, charge.day(), policy));
        charge.retryDays().forEach(day -> actions.add(charge(tenant, end, start, day, policy)));
      }
    }
    return actions;
  }

  /** Nobody is charged without a word before: the last of the edition's reminders. */
  private static List<DueAction> ofBoughtTrial(TenantId tenant, Instant end, Edition edition) {
    if (!(edition.trial() instanceof TrialPolicy.Trial policy) || policy.reminderDays().isEmpty()) {
      return List.of();
    }
    int day = policy.reminderDays().getLast();
    Instant at = end.minus(policy.length()).plus(policy.dayCount().sinceStart(day));
    return List.of(action(tenant, Duty.TRIAL_REMINDER, end, day, at));
  }

  /**
   * The provider charged for a trial that was bought, and was refused: what follows is the
   * edition's rule for every trial.
   */
  private static List<DueAction> ofFirstPeriod(TenantId tenant, Contract owed, Edition edition) {
    if (!(edition.trial() instanceof TrialPolicy.Trial policy)
        || !(policy.afterwards() instanceof TrialEnd.ChargeOnDay charge)) {
      return List.of();
    }
    Instant end = owed.periodStart();
    Instant start = end.minus(policy.length());
    List<DueAction> actions = new ArrayList<>();
    actions.add(charge(tenant, end, start, charge.day(), policy));
    charge.retryDays().forEach(day -> actions.add(charge(tenant, end, start, day, policy)));
    return actions;
  }

  private static DueAction charge(
      TenantId tenant, Instant end, Instant start, int day, TrialPolicy.Trial policy) {
    Instant at = start.plus(policy.dayCount().sinceStart(day));
    return action(tenant, Duty.TRIAL_CHARGE, end, day, at);
  }

  private static List<DueAction> ofDebt(TenantId tenant, Contract owed, DunningPolicy policy) {
    Instant since = owed.periodStart();
    List<DueAction> actions = new ArrayList<>();
    for (int day : policy.reminderDays()) {
      actions.add(
          action(tenant, Duty.DUNNING_REMINDER, since, day, since.plus(Duration.ofDays(day))));
    }
    actions.add(action(tenant, Duty.DUNNING_GRACE_END, since, 0, since.plus(policy.grace())));
    policy
        .suspendAfter()
        .ifPresent(
            after ->
                actions.add(action(tenant, Duty.DUNNING_SUSPENSION, since, 0, since.plus(after))));
    return actions;
  }

  private static DueAction action(
      TenantId tenant, Duty duty, Instant anchor, int step, Instant at) {
    return new DueAction(tenant, duty, anchor, step, at);
  }
}
