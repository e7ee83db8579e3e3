package dev.tollgate.core.lifecycle;

import dev.tollgate.core.accounts.Erasure;
import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.billing.Charges;
import dev.tollgate.core.billing.ChargingTrial;
import dev.tollgate.core.billing.DebtNews;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.TrialEnd;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.killswitch.Grounds;
import dev.tollgate.core.killswitch.SuspendingTenant;
import dev.tollgate.core.killswitch.SuspensionReason;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Enrollment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Charges for the trial's plan on the edition's days. A try that fails is told once and suspends
 * where the edition says so; the payment of the open invoice, on its page or by the next try, ends
 * the suspension. After the last try nothing more is done: what was begun and never paid expires at
 * the provider by itself, 23 hours later, and the suspension ends with it. What is left then is a
 * trial that is over.
 */
public final class TrialCharges implements Doer {
  private static final SuspensionReason REASON =
      new SuspensionReason(
          "The charge after the trial did not succeed. Paying the open invoice ends this, and so"
              + " does the next charge that succeeds. When no more are made and the invoice has"
              + " expired, a plan can be bought again.");

  /** How soon it is looked again whether there is a provider, or a tenant who stays. */
  private static final Duration LATER = Duration.ofHours(1);

  /**
   * A retry comes as far behind the try before it as their days are apart, give or take this: tries
   * that come late are no burst.
   */
  private static final Duration LATENESS = Duration.ofHours(3);

  private final Edition edition;
  private final ChargingTrial charging;
  private final SuspendingTenant suspending;
  private final BillingChanges changes;
  private final DebtNews news;

  public TrialCharges(
      Edition edition,
      ChargingTrial charging,
      SuspendingTenant suspending,
      BillingChanges changes,
      DebtNews news) {
    this.edition = edition;
    this.charging = charging;
    this.suspending = suspending;
    this.changes = changes;
    this.news = news;
  }

  @Override
  public Set<Duty> duties() {
    return Set.of(Duty.TRIAL_CHARGE);
  }

  @Override
  public Outcome act(DueAction action, Tenancy tenancy, Instant now) {
    if (!(edition.trial() instanceof TrialPolicy.Trial policy)
        || !(policy.afterwards() instanceof TrialEnd.ChargeOnDay days)) {
      return new Outcome.Over();
    }
    if (tenancy.account().standing() instanceof Standing.Suspended stopped
        && !stopped.cause().endsByPayment()) {
      return new Outcome.GoOn(now.plus(LATER)); // nobody pays for what a person has stopped
    }
    if (tenancy.account().erasure() instanceof Erasure.Scheduled) {
      return new Outcome.GoOn(now.plus(LATER)); // nor for what will be erased
    }
    Try one = new Try(action, tenancy, policy, days, now);
    if (one.days(day -> day > action.step()).anyMatch(day -> toldOf(one, day).isPresent())) {
      return new Outcome.Over(); // a later one has been tried
    }
    return planned(one)
        .filter(at -> now.isBefore(at.minus(LATENESS)))
        .<Outcome>map(Outcome.GoOn::new)
        .orElseGet(() -> outcome(one));
  }

  /** When a retry is to be made: counted from the try before it, however late that came. */
  private Optional<Instant> planned(Try one) {
    int step = one.action().step();
    return one.days(day -> day < step)
        .flatMap(day -> toldOf(one, day).map(at -> at.plus(one.distance(day, step))).stream())
        .reduce((_, last) -> last);
  }

  /** When the failure of the try of that day was told; empty where there was none. */
  private Optional<Instant> toldOf(Try one, int day) {
    return changes.toldAt(one.action().tenant(), DebtNews.key(one.on(day)));
  }

  private Outcome outcome(Try one) {
    return switch (charge(one)) {
      case ChargingTrial.Settled _, ChargingTrial.Nobody _ -> new Outcome.Over();
      case ChargingTrial.NotConfigured _ -> new Outcome.GoOn(one.now().plus(LATER));
      case ChargingTrial.Owing owing -> failed(one, owing);
    };
  }

  private ChargingTrial.Outcome charge(Try one) {
    Enrollment enrollment = one.tenancy().enrollment();
    Optional<Contract> bought = enrollment.contract().filter(Contract::owesFirstPeriod);
    if (bought.isEmpty()) {
      return charging.charge(enrollment.tenant(), enrollment.grant().plan(), one.key());
    }
    return one.isFirst() // which the provider made by itself
        ? charging.look(enrollment, bought.get())
        : charging.chargeAgain(enrollment, bought.get(), one.key());
  }

  /** Suspended first: told that it is, nobody finds it otherwise. */
  private Outcome failed(Try one, ChargingTrial.Owing owing) {
    BillingChange seen = BillingChange.basedOn(owing.owing(), one.now());
    if (!one.days().suspendOnFailure()) {
      return new Outcome.Done(seen.telling(told(one, owing.owed())));
    }
    return switch (suspend(one, owing)) {
      case SuspendingTenant.Suspended _, SuspendingTenant.AlreadySuspended _ ->
          new Outcome.Done(seen.telling(told(one, owing.owed())));
      case SuspendingTenant.Groundless _ ->
          one.isSuspended() // by this try, and whoever made it died
              ? new Outcome.Done(seen.telling(told(one, owing.owed())))
              : new Outcome.Done(seen);
      case SuspendingTenant.Moved _ -> new Outcome.Done(seen); // refused, and decided again
      case SuspendingTenant.Unknown _, SuspendingTenant.OfThePlatform _ -> new Outcome.Over();
      case SuspendingTenant.SwitchedOff _ ->
          throw new IllegalStateException("no edition turns this cause off");
    };
  }

  private SuspendingTenant.Outcome suspend(Try one, ChargingTrial.Owing owing) {
    DueAction action = one.action();
    return suspending.suspendOver(
        new Grounds.Owed(action.key(), owing.owed().invoice(), owing.owing().version()),
        action.tenant(),
        REASON);
  }

  private List<BillingChange.Fact> told(Try one, Charges.Owed owed) {
    return news.chargeFailed(
        one.action(), one.tenancy().account(), owed, one.next().or(owed::nextTry), one.now());
  }

  /** One of the edition's days, for one tenant. */
  private record Try(
      DueAction action,
      Tenancy tenancy,
      TrialPolicy.Trial policy,
      TrialEnd.ChargeOnDay days,
      Instant now) {

    /** The same when it is made again after a crash. */
    String key() {
      return "trial-charge-"
          + action.tenant().value()
          + "-"
          + action.anchor().getEpochSecond()
          + "-"
          + action.step();
    }

    boolean isFirst() {
      return action.step() == days.day();
    }

    boolean isSuspended() {
      return tenancy.account().standing() instanceof Standing.Suspended;
    }

    /** The edition's days of those, in their order. */
    Stream<Integer> days(IntPredicate which) {
      return Stream.concat(Stream.of(days.day()), days.retryDays().stream()).filter(which::test);
    }

    /** The same trial's action of another day. */
    DueAction on(int day) {
      return new DueAction(
          action.tenant(),
          action.duty(),
          action.anchor(),
          day,
          action.at().plus(distance(action.step(), day)));
    }

    /** When it will be tried again; empty behind the last day. */
    Optional<Instant> next() {
      return days(day -> day > action.step())
          .findFirst()
          .map(
              day -> {
                Instant planned = on(day).at();
                Instant later = now.plus(distance(action.step(), day));
                return later.isAfter(planned.plus(LATENESS)) ? later : planned;
              });
    }

    Duration distance(int from, int to) {
      return policy.dayCount().sinceStart(to).minus(policy.dayCount().sinceStart(from));
    }
  }
}
