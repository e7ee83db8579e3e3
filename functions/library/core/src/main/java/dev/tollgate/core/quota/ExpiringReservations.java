package dev.tollgate.core.quota;

import dev.tollgate.core.kernel.Time;
import java.time.Instant;

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
   * @param most after which the next run goes on
   * @return how many were given back
   */
  public int run(int most) {
    int expired = 0;
    int looked = 0;
    int found;
    do {
      int freed = 0;
      var page = reservations.overdue(time.now(), PAGE);
      found = page.size();
      looked += found;
      for (Reservation reservation : page) {
        Instant now = time.now(reservation.tenant()); // a sandbox tenant lives in its own time
        if (reservation.at(now).state() == Reservation.State.EXPIRED
            && reservations.giveBack(reservation, Reservation.State.EXPIRED, now)) {
          freed++;
        }
      }
      expired += freed;
      if (freed == 0) {
        break; // the index lags behind, or somebody else was faster
      }
    } while (found == PAGE && looked < most);
    return expired;
  }
}
