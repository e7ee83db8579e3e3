package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.usage.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The work is done or was not: what was set aside is kept, in part or whole, or given back. */
public final class SettlingReservation {
  private static final int ROUNDS = 5;

  private final Reservations reservations;
  private final Time time;
  private final Ids ids;

  public SettlingReservation(Reservations reservations, Time time, Ids ids) {
    this.reservations = reservations;
    this.time = time;
    this.ids = ids;
  }

  /** The same by meter; all of it for a meter that is not named. */
  public Outcome commit(TenantId tenant, ReservationId id, Map<Meter, Long> kept) {
    return commit(tenant, id, new Kept.Amounts(kept));
  }

  /** Keeps what was used, up to what was set aside; doing it again is the same. */
  public Outcome commit(TenantId tenant, ReservationId id, Kept kept) {
    for (int round = 0; round < ROUNDS; round++) {
      Instant now = time.now(tenant);
      Optional<Reservation> found = reservations.find(tenant, id);
      if (found.isEmpty()) {
        return new Unknown();
      }
      Reservation reservation = found.get().at(now);
      switch (reservation.state()) {
        case COMMITTED -> {
          return new Settled(reservation);
        }
        case RELEASED, EXPIRED -> {
          return new Over(reservation);
        }
        case RESERVED -> {
          List<Violation> violations = violations(reservation, kept);
          if (!violations.isEmpty()) {
            return new Invalid(violations);
          }
          Reservation committed = reservation.keeping(byMeter(reservation, kept));
          if (reservations.commit(reservation, committed, billed(committed, now), now)) {
            return new Settled(committed);
          }
        }
      }
    }
    throw new Unavailable("a reservation kept changing");
  }

  /** Gives back what was set aside, and what a gauge kept; doing it again is the same. */
  public Outcome release(TenantId tenant, ReservationId id) {
    for (int round = 0; round < ROUNDS; round++) {
      Instant now = time.now(tenant);
      Optional<Reservation> found = reservations.find(tenant, id);
      if (found.isEmpty()) {
        return new Unknown();
      }
      Reservation reservation = found.get();
      switch (reservation.state()) {
        case RELEASED, EXPIRED -> {
          return new Settled(reservation);
        }
        case COMMITTED, RESERVED -> {
          if (reservation.state() == Reservation.State.COMMITTED && !reservation.isOfGauges()) {
            return new Over(reservation);
          }
          if (reservations.giveBack(reservation, Reservation.State.RELEASED, now)) {
            return new Settled(reservation.as(Reservation.State.RELEASED));
          }
        }
      }
    }
    throw new Unavailable("a reservation kept changing");
  }

  private static Map<Meter, Long> byMeter(Reservation reservation, Kept kept) {
    return switch (kept) {
      case Kept.Everything _ -> Map.of();
      case Kept.Amount(long amount) ->
          Map.of(reservation.holds().getFirst().slot().meter(), amount);
      case Kept.Amounts(Map<Meter, Long> amounts) -> amounts;
    };
  }

  private static List<Violation> violations(Reservation reservation, Kept kept) {
    return kept instanceof Kept.Amount && reservation.holds().size() > 1
        ? List.of(new Violation("amount", "is for one meter; name the meters in items"))
        : violations(reservation, byMeter(reservation, kept));
  }

  private static List<Violation> violations(Reservation reservation, Map<Meter, Long> kept) {
    Map<Meter, Long> reserved = reservation.amounts();
    List<Violation> violations = new ArrayList<>();
    kept.forEach(
        (meter, amount) -> {
          long most = reserved.getOrDefault(meter, -1L);
          if (most < 0) {
            violations.add(new Violation("meter", "was not reserved: " + meter.key()));
          } else if (amount < 0 || amount > most) {
            violations.add(new Violation("amount", "must be 0 to " + most));
          }
        });
    return violations;
  }

  private List<Reservations.Billed> billed(Reservation committed, Instant now) {
    return committed.holds().stream()
        .filter(hold -> hold.billed() && hold.amount() > 0)
        .map(
            hold -> {
              Meter meter = hold.slot().meter();
              String id = committed.id().value();
              return new Reservations.Billed(
                  new Usage(committed.tenant(), id, meter, hold.amount(), now, Optional.empty()),
                  Message.of(
                      new Announcement.UsageRecorded(id, meter, hold.amount()),
                      committed.tenant(),
                      now,
                      ids));
            })
        .toList();
  }

  /** What whoever asked hears. */
  public sealed interface Outcome {}

  /** As it is now. */
  public record Settled(Reservation reservation) implements Outcome {}

  /** It has come to another end, which its state names, and stays there. */
  public record Over(Reservation reservation) implements Outcome {}

  /** The tenant has no such reservation, or had it too long ago. */
  public record Unknown() implements Outcome {}

  public record Invalid(List<Violation> violations) implements Outcome {}
}
