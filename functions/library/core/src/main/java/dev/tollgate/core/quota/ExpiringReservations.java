package dev.tollgate.core.quota;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives back what was set aside and neither kept nor released in its time. */
public final class ExpiringReservations {
  /** Of one page, so that a run that is cut short has done something. */
  private static final int PAGE = 100;

  private final Reservations reservations;
  private final Time time;

  public ExpiringReservations(Reservations reservations, Time time) {
    this.reservations = reservations;
    this.time = time;
  }

  /**
   * What cannot be given back stops nobody; what its tenant's own time has not come to yet is
   * passed over.
   *
   * @param most after which the next run goes on
   */
  public Report run(int most) {
    Report report = Report.NOTHING;
    for (TenantId tenant : time.ahead().keySet()) { // the index knows the deployment's time alone
      report = report.with(expire(reservations.overdueAhead(tenant, time.now(tenant))));
    }
    Set<Reservation> passed = new HashSet<>();
    List<Reservation> page;
    do {
      int asked = PAGE + passed.size(); // those that are passed over are still the longest due
      List<Reservation> overdue = reservations.overdue(time.now(), asked);
      page = overdue.stream().filter(reservation -> !passed.contains(reservation)).toList();
      passed.addAll(page); // the index lags behind: what was given back may come again
      report = report.with(expire(page));
    } while (!page.isEmpty() && passed.size() < most && !report.isCutShort());
    return report;
  }

  private Report expire(List<Reservation> overdue) {
    int expired = 0;
    List<Failure> failures = new ArrayList<>();
    for (Reservation reservation : overdue) {
      try {
        expired += expire(reservation) ? 1 : 0;
      } catch (RuntimeException e) {
        failures.add(new Failure(reservation, e));
        if (e instanceof Unavailable) {
          break; // nobody's fault: the next run goes on
        }
      }
    }
    return new Report(expired, failures);
  }

  private boolean expire(Reservation reservation) {
    Instant now = time.now(reservation.tenant()); // a sandbox tenant lives in its own time
    return reservation.at(now).state() == Reservation.State.EXPIRED
        && reservations.giveBack(reservation, Reservation.State.EXPIRED, now);
  }

  /**
   * What a run came to.
   *
   * @param expired how many were given back
   * @param failures what could not be given back, the last one perhaps because the store is down
   */
  public record Report(int expired, List<Failure> failures) {
    static final Report NOTHING = new Report(0, List.of());

    public Report {
      failures = List.copyOf(failures);
    }

    private Report with(Report other) {
      List<Failure> all = new ArrayList<>(failures);
      all.addAll(other.failures);
      return new Report(expired + other.expired, all);
    }

    private boolean isCutShort() {
      return failures.stream().anyMatch(failure -> failure.cause() instanceof Unavailable);
    }
  }

  public record Failure(Reservation reservation, RuntimeException cause) {}
}
