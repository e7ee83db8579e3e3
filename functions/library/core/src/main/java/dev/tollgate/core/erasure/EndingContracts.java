package dev.tollgate.core.erasure;

import dev.tollgate.core.accounts.Erasure;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.billing.RefreshingEnrollment;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.lifecycle.Doer;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.core.subscriptions.Contract;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who will be erased is not charged for another period, and who came back is. A contract that its
 * people told to end themselves stays as they left it: we note which one we ended before we do.
 * Until the erasure begins they may still buy one, or tell one to go on, so it is looked again.
 */
public final class EndingContracts implements Doer {
  /** Shorter than any period that somebody could be charged for. */
  private static final Duration LOOK_AGAIN = Duration.ofDays(1);

  private final Erasures erasures;
  private final Contracts contracts;
  private final RefreshingEnrollment refreshing;

  public EndingContracts(Erasures erasures, Contracts contracts, RefreshingEnrollment refreshing) {
    this.erasures = erasures;
    this.contracts = contracts;
    this.refreshing = refreshing;
  }

  @Override
  public Set<Duty> duties() {
    return Set.of(Duty.ERASURE_CANCELLATION, Duty.ERASURE_WITHDRAWAL);
  }

  @Override
  public Outcome act(DueAction action, Tenancy tenancy, Instant now) {
    return switch (tenancy.account().erasure()) {
      case Erasure.Scheduled scheduled -> end(scheduled, tenancy, now);
      case Erasure.TakenBack back -> goOn(back, tenancy, now);
      case Erasure.None _, Erasure.Running _ -> new Outcome.Over();
    };
  }

  private Outcome end(Erasure.Scheduled scheduled, Tenancy tenancy, Instant now) {
    Optional<Contract> goesOn =
        tenancy
            .enrollment()
            .contract()
            .filter(Contract::isRunning)
            .filter(each -> each.cancelsAt().isEmpty());
    if (goesOn.isEmpty()) {
      return again(scheduled, now);
    }
    String contract = goesOn.get().id();
    boolean ours = scheduled.ended().filter(contract::equals).isPresent();
    Erasure noted = new Erasure.Scheduled(scheduled.since(), scheduled.at(), Optional.of(contract));
    if (!ours && !erasures.move(tenancy.account().id(), scheduled, noted)) {
      return new Outcome.GoOn(now); // the owner was faster
    }
    contracts.cancelAtPeriodEnd(contract, key("end", tenancy, scheduled.since()));
    refresh(tenancy);
    return again(scheduled, now);
  }

  private static Outcome again(Erasure.Scheduled scheduled, Instant now) {
    Instant next = now.plus(LOOK_AGAIN);
    return next.isBefore(scheduled.at()) ? new Outcome.GoOn(next) : new Outcome.Over();
  }

  private Outcome goOn(Erasure.TakenBack back, Tenancy tenancy, Instant now) {
    if (tenancy.enrollment().contract().filter(each -> runs(each, back)).isPresent()) {
      contracts.resume(back.ended(), key("go-on", tenancy, back.at()));
      refresh(tenancy);
    }
    return erasures.move(tenancy.account().id(), back, new Erasure.None())
        ? new Outcome.Over()
        : new Outcome.GoOn(now);
  }

  private static boolean runs(Contract contract, Erasure.TakenBack back) {
    return contract.isRunning() && contract.id().equals(back.ended());
  }

  private void refresh(Tenancy tenancy) {
    tenancy
        .enrollment()
        .customer()
        .id()
        .ifPresent(customer -> refreshing.refresh(tenancy.account().id(), customer));
  }

  /** Ending, going on and ending again are three things: time and version tell them apart. */
  private static String key(String what, Tenancy tenancy, Instant since) {
    return "erasure-"
        + what
        + "-"
        + tenancy.account().id().value()
        + "-"
        + since.toEpochMilli()
        + "-"
        + tenancy.enrollment().version();
  }
}
