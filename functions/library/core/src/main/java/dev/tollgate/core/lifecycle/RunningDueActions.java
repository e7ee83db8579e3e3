package dev.tollgate.core.lifecycle;

import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.schedule.Agenda;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.DueActions;
import dev.tollgate.core.schedule.DueActions.Claim;
import dev.tollgate.core.schedule.Duty;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Does what is due and not done. Each action is claimed, decided on what is true by then, and ended
 * in the transaction of its effects: a run that dies anywhere leaves the action to the next one,
 * and two runs at once do it once. A tenant's actions are done in their order.
 */
public final class RunningDueActions {
  /** Longer than the function may run, so that no other begins while this one may be at it. */
  static final Duration LEASE = Duration.ofMinutes(6);

  /** Of looking again at a tenant that moved meanwhile. */
  private static final int ROUNDS = 8;

  /** After which somebody has to look: the waits between them come to more than a day. */
  static final int MOST_TRIES = 13;

  /**
   * After which silence is one too, and dying at it every time: weeks of one, hours of the other.
   */
  static final int MOST_CLAIMS = 100;

  /** Of the table for one tenant after the other, after which nobody is asked any more. */
  private static final int MOST_SILENCES = 3;

  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);

  /** How often a suspended tenant's actions are looked at. */
  private static final Duration SUSPENDED = Duration.ofHours(1);

  private static final int PAGE = 100;

  private final Edition edition;
  private final DueActions actions;
  private final Members members;
  private final BillingChanges changes;
  private final Map<Duty, Doer> doers = new EnumMap<>(Duty.class);
  private final Time time;

  public RunningDueActions(
      Edition edition,
      DueActions actions,
      Members members,
      BillingChanges changes,
      List<Doer> doers,
      Time time) {
    this.edition = edition;
    this.actions = actions;
    this.members = members;
    this.changes = changes;
    this.time = time;
    doers.forEach(doer -> doer.duties().forEach(duty -> this.doers.put(duty, doer)));
  }

  /** Told of each action as soon as it is known what became of it. */
  @FunctionalInterface
  public interface Watcher {
    void saw(DueAction action, Fate fate);

    /** Nothing became of what a tenant has due; the others go on. */
    default void stuck(TenantId tenant, RuntimeException cause) {
      throw cause;
    }

    /** Actions stand on the schedule that this version does not know. */
    default void unknown(int actions) {
      throw new IllegalStateException(actions + " due actions of no kind we know");
    }
  }

  /** What became of an action in a run. */
  public sealed interface Fate {
    record Done() implements Fate {}

    /** Not called for any more, or its tenant is gone. */
    record Dropped() implements Fate {}

    /** Its tenant is suspended, or it has more to do later. */
    record Postponed(Instant until) implements Fate {}

    record Failed(RuntimeException cause, int tries) implements Fate {}

    /** Failed too often: a person has to look. */
    record Parked(RuntimeException cause, int tries) implements Fate {}

    /** Somebody else is at it, or did it. */
    record NotOurs() implements Fate {}
  }

  /**
   * Goes through everything that is due once. A tenant that nothing can be done for stops nobody,
   * nor does one whose own time runs behind and who stands on the schedule therefore.
   *
   * @param most actions to do something about; what is left is due in the next call
   * @return how many it did something about
   * @throws Unavailable where the table is silent for one tenant after the other
   */
  public int run(int most, Watcher watcher) {
    Sweep sweep = new Sweep(watcher);
    time.ahead().keySet().forEach(sweep::visit);
    Instant now = time.now();
    Optional<String> after = Optional.empty();
    do {
      DueActions.Page page = actions.due(now, PAGE, after);
      if (page.unknown() > 0) {
        watcher.unknown(page.unknown());
      }
      page.actions().stream().filter(this::isDue).map(DueAction::tenant).forEach(sweep::visit);
      after = page.next();
    } while (after.isPresent() && sweep.moved < most);
    return sweep.moved;
  }

  /** By its tenant's own time; the schedule is by the deployment's. */
  private boolean isDue(DueAction action) {
    return !action.at().isAfter(time.now(action.tenant()));
  }

  /** One run through all tenants, each of them once. */
  private final class Sweep {
    private final Watcher watcher;
    private final Set<TenantId> visited = new HashSet<>();
    private int moved;
    private int silences;

    private Sweep(Watcher watcher) {
      this.watcher = watcher;
    }

    private void visit(TenantId tenant) {
      if (!visited.add(tenant)) {
        return;
      }
      try {
        moved += run(tenant, watcher);
        silences = 0;
      } catch (Unavailable e) {
        silences++;
        if (silences == MOST_SILENCES) {
          throw e;
        }
        watcher.stuck(tenant, e);
      } catch (RuntimeException e) {
        watcher.stuck(tenant, e);
      }
    }
  }

  /**
   * Everything of one tenant that is due by its own time, in its order. What fails or waits stands
   * in no other's way; what somebody is at does, until they are done or their claim has run out.
   *
   * @return how many it did something about
   */
  public int run(TenantId tenant, Watcher watcher) {
    int moved = 0;
    for (DueAction action : actions.due(tenant, time.now(tenant))) {
      Instant now = time.now(tenant);
      Optional<Claim> claim = actions.claim(action, now, now.plus(LEASE));
      if (claim.isEmpty()) {
        watcher.saw(action, new Fate.NotOurs());
        break; // whoever has it goes on from there
      }
      watcher.saw(action, fate(claim.get()));
      moved++;
    }
    return moved;
  }

  private Fate fate(Claim claim) {
    if (claim.tries() > MOST_CLAIMS) {
      return parked(claim, new IllegalStateException("nobody who claimed it came to an end"));
    }
    try {
      return perform(claim);
    } catch (RuntimeException e) {
      return failed(claim, e); // or it would stop every tenant behind it for ever
    }
  }

  private Fate perform(Claim claim) {
    DueAction action = claim.action();
    for (int round = 0; round < ROUNDS; round++) {
      Optional<Tenancy> tenancy = members.findTenancy(action.tenant());
      if (tenancy.isEmpty()) {
        Optional.ofNullable(doers.get(action.duty())).ifPresent(doer -> doer.whenGone(action));
      }
      if (tenancy.isEmpty()) {
        actions.drop(claim);
        return new Fate.Dropped();
      }
      Instant now = time.now(action.tenant());
      Optional<DueAction> called = calledFor(action, tenancy.get(), now);
      if (called.isEmpty()) {
        Optional<Fate> fate = dropped(claim, tenancy.get(), now);
        if (fate.isPresent()) {
          return fate.get();
        }
        continue;
      }
      if (action.duty().waitsForRestore()
          && tenancy.get().account().standing() instanceof Standing.Suspended) {
        return postponed(claim, now.plus(SUSPENDED));
      }
      switch (doer(action).act(called.get(), tenancy.get(), now)) {
        case Doer.Outcome.Over _ -> {
          actions.drop(claim);
          return new Fate.Done();
        }
        case Doer.Outcome.GoOn later -> {
          return postponed(claim, later.at());
        }
        case Doer.Outcome.Done done -> {
          Optional<Fate> fate = commit(done.change().finishing(claim), new Fate.Done());
          if (fate.isPresent()) {
            return fate.get();
          }
        }
      }
    }
    throw new Unavailable("the tenant kept moving");
  }

  /** Empty where the tenant has moved since it was read. */
  private Optional<Fate> commit(BillingChange change, Fate written) {
    return switch (changes.commit(change)) {
      case WRITTEN -> Optional.of(written);
      case CLAIM_LOST -> Optional.of(new Fate.NotOurs());
      case STALE, EXCEEDED -> Optional.empty();
    };
  }

  /** The same action as it is called for now: the edition may have given it another time. */
  private Optional<DueAction> calledFor(DueAction action, Tenancy tenancy, Instant now) {
    return Agenda.of(tenancy.account(), tenancy.enrollment(), edition).stream()
        .filter(called -> called.key().equals(action.key()) && !called.at().isAfter(now))
        .findFirst();
  }

  /**
   * An edition that changed calls for its like at other times, which were never written: they take
   * the place of what is dropped. Empty where the tenant has moved since it was read.
   */
  private Optional<Fate> dropped(Claim claim, Tenancy tenancy, Instant now) {
    DueAction action = claim.action();
    List<DueAction> instead =
        Agenda.of(tenancy.account(), tenancy.enrollment(), edition).stream()
            .filter(called -> called.duty() == action.duty())
            .filter(called -> called.anchor().equals(action.anchor()))
            .filter(called -> called.at().isAfter(now))
            .toList();
    if (instead.isEmpty()) {
      actions.drop(claim);
      return Optional.of(new Fate.Dropped());
    }
    return commit(
        BillingChange.basedOn(tenancy.enrollment(), now).scheduling(instead).finishing(claim),
        new Fate.Dropped());
  }

  private Doer doer(DueAction action) {
    return Optional.ofNullable(doers.get(action.duty()))
        .orElseThrow(() -> new IllegalStateException("nobody does " + action.duty()));
  }

  private Fate postponed(Claim claim, Instant until) {
    actions.postpone(claim, until);
    return new Fate.Postponed(until);
  }

  private Fate failed(Claim claim, RuntimeException cause) {
    Instant now = time.now(claim.action().tenant());
    // Silence says nothing about the action, so it is no reason to give up for a long time.
    if (claim.tries() >= MOST_TRIES && !(cause instanceof Unavailable)) {
      return parked(claim, cause);
    }
    actions.tryAgain(claim, now.plus(wait(claim.tries())));
    return new Fate.Failed(cause, claim.tries());
  }

  private Fate parked(Claim claim, RuntimeException cause) {
    actions.park(claim, cause.getClass().getSimpleName(), time.now(claim.action().tenant()));
    return new Fate.Parked(cause, claim.tries());
  }

  private static Duration wait(int tries) {
    Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, 20));
    return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
  }
}
