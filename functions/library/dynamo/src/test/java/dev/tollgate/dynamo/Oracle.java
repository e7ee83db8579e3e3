package dev.tollgate.dynamo;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.quota.Demand;
import dev.tollgate.core.quota.Reservation;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Says what is used by adding up what is held, with none of the cleverness of what it judges. Trees
 * are a level; sessions and builds count by the month, builds by 24 hours too.
 */
final class Oracle {
  private final Map<Meter, Long> limits;
  private final Desk.Hands time;
  private final Map<ReservationId, Held> held = new LinkedHashMap<>();

  private static final class Held {
    final Map<Meter, Long> amounts = new HashMap<>();
    final Instant at;
    Reservation.State state = Reservation.State.RESERVED;

    Held(Instant at) {
      this.at = at;
    }

    boolean counts() {
      return state == Reservation.State.RESERVED || state == Reservation.State.COMMITTED;
    }
  }

  Oracle(Map<Meter, Long> limits, Desk.Hands time) {
    this.limits = limits;
    this.time = time;
  }

  long used(Meter meter) {
    return held.values().stream()
        .filter(each -> each.counts() && isNow(meter, each.at))
        .mapToLong(each -> each.amounts.getOrDefault(meter, 0L))
        .sum();
  }

  private boolean isNow(Meter meter, Instant at) {
    if (meter.equals(Desk.TREES)) {
      return true;
    }
    if (meter.equals(Desk.BUILDS_24H)) { // remembered to the end of its minute
      long minute = Math.ceilDiv(at.toEpochMilli(), 60_000L);
      return time.now().toEpochMilli() < (minute + 24 * 60) * 60_000L;
    }
    return month(at).equals(month(time.now()));
  }

  private static YearMonth month(Instant at) {
    return YearMonth.from(at.atOffset(ZoneOffset.UTC));
  }

  /** A refusal looks for what expired first, so it may free something and still refuse. */
  boolean reserve(ReservationId id, List<Demand> demands) {
    if (!fits(demands)) {
      sweep();
    }
    if (!fits(demands)) {
      return false;
    }
    Held mine = new Held(time.now());
    demands.forEach(demand -> mine.amounts.put(demand.meter(), demand.amount()));
    held.put(id, mine);
    return true;
  }

  private boolean fits(List<Demand> demands) {
    return demands.stream()
        .allMatch(
            demand ->
                used(demand.meter()) + demand.amount()
                    <= limits.getOrDefault(demand.meter(), Long.MAX_VALUE));
  }

  Map<Meter, Long> someOf(ReservationId id, Random random) {
    Map<Meter, Long> some = new HashMap<>();
    held(id)
        .amounts
        .forEach(
            (meter, amount) -> {
              if (random.nextBoolean()) {
                some.put(meter, (long) random.nextInt((int) (amount + 1)));
              }
            });
    return some;
  }

  boolean commit(ReservationId id, Map<Meter, Long> kept) {
    Held mine = held(id);
    if (mine.state == Reservation.State.COMMITTED) {
      return true;
    }
    if (mine.state != Reservation.State.RESERVED || isOverdue(mine)) {
      return false;
    }
    mine.amounts.putAll(kept);
    mine.state = Reservation.State.COMMITTED;
    return true;
  }

  boolean release(ReservationId id) {
    Held mine = held(id);
    if (mine.state == Reservation.State.COMMITTED
        && !mine.amounts.keySet().equals(Set.of(Desk.TREES))) {
      return false;
    }
    if (mine.counts()) {
      mine.state = Reservation.State.RELEASED;
    }
    return true;
  }

  void sweep() {
    held.values().stream()
        .filter(mine -> mine.state == Reservation.State.RESERVED && isOverdue(mine))
        .forEach(mine -> mine.state = Reservation.State.EXPIRED);
  }

  private Held held(ReservationId id) {
    return Optional.ofNullable(held.get(id)).orElseThrow();
  }

  private boolean isOverdue(Held mine) {
    return !time.now().isBefore(mine.at.plus(Desk.FIVE_MINUTES));
  }
}
