package dev.tollgate.lifecycle;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.quota.Claim;
import dev.tollgate.core.quota.Gauges;
import dev.tollgate.core.quota.Hold;
import dev.tollgate.core.quota.Reservation;
import dev.tollgate.core.quota.Reservations;
import dev.tollgate.core.quota.Slot;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is set aside of meters, in memory; each call is one transaction. */
final class Shelf implements Reservations, Gauges {
  private record Place(TenantId tenant, Meter meter, String window) {}

  private record Name(TenantId tenant, ReservationId id) {}

  private final Map<Place, Long> used = new HashMap<>();
  private final Map<Name, Reservation> kept = new LinkedHashMap<>();

  /** What rows say, by tenant and gauge; where absent, as the meter says. */
  final Map<TenantId, Map<Meter, Long>> rows =
      new TreeMap<>(java.util.Comparator.comparing(TenantId::value));

  private final Map<TenantId, Instant> due = new LinkedHashMap<>();

  /** What the store does when something is to be given back. */
  java.util.function.Consumer<Reservation> beforeGivingBack = _ -> {};

  /** What the store does when it is asked about a tenant's gauges. */
  java.util.function.Consumer<TenantId> beforeCount = _ -> {};

  @Override
  public Taking take(Reservation wanted, List<Claim> claims, long seen, News news) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Reservation> find(TenantId tenant, ReservationId id) {
    return Optional.ofNullable(kept.get(new Name(tenant, id)));
  }

  @Override
  public boolean commit(
      Reservation reserved, Reservation committed, List<Billed> billed, Instant now) {
    if (!isAsGiven(reserved) || !now.isBefore(reserved.expiresAt())) {
      return false;
    }
    Map<Meter, Long> amounts = committed.amounts();
    for (Hold hold : reserved.holds()) {
      long stays = amounts.getOrDefault(hold.slot().meter(), 0L);
      add(reserved.tenant(), hold, stays - hold.amount());
    }
    kept.put(new Name(reserved.tenant(), reserved.id()), committed);
    return true;
  }

  @Override
  public boolean giveBack(Reservation reservation, Reservation.State end, Instant now) {
    beforeGivingBack.accept(reservation);
    if (!isAsGiven(reservation)) {
      return false;
    }
    reservation.holds().forEach(hold -> add(reservation.tenant(), hold, -hold.amount()));
    kept.put(
        new Name(reservation.tenant(), reservation.id()),
        new Reservation(
            reservation.tenant(),
            reservation.id(),
            reservation.holds(),
            end,
            reservation.createdAt(),
            reservation.expiresAt()));
    return true;
  }

  @Override
  public List<Reservation> overdue(TenantId tenant, Instant now) {
    return overdue(now, Integer.MAX_VALUE).stream()
        .filter(reservation -> reservation.tenant().equals(tenant))
        .toList();
  }

  @Override
  public List<Reservation> overdueAhead(TenantId tenant, Instant now) {
    return overdue(tenant, now);
  }

  @Override
  public List<Reservation> overdue(Instant now, int most) {
    return kept.values().stream()
        .filter(reservation -> reservation.state() == Reservation.State.RESERVED)
        .filter(reservation -> !now.isBefore(reservation.expiresAt()))
        .limit(most)
        .toList();
  }

  @Override
  public Counted counted(TenantId tenant, Meter gauge) {
    beforeCount.accept(tenant);
    return new Counted(used.getOrDefault(new Place(tenant, gauge, ""), 0L), 1);
  }

  @Override
  public long there(TenantId tenant, Meter gauge) {
    return Optional.ofNullable(rows.get(tenant))
        .map(levels -> levels.get(gauge))
        .orElseGet(() -> used.getOrDefault(new Place(tenant, gauge, ""), 0L));
  }

  @Override
  public boolean correct(TenantId tenant, Meter gauge, Counted seen, long there) {
    used.put(new Place(tenant, gauge, ""), there);
    return true;
  }

  @Override
  public List<TenantId> due(Instant now, int most) {
    return due.entrySet().stream()
        .filter(entry -> !now.isBefore(entry.getValue()))
        .map(Map.Entry::getKey)
        .limit(most)
        .toList();
  }

  @Override
  public void compared(TenantId tenant, Instant next) {
    due.put(tenant, next);
  }

  /** A tenant that has something to count. */
  void counts(TenantId tenant) {
    due.put(tenant, Instant.MIN);
  }

  void level(TenantId tenant, Meter gauge, long level) {
    used.put(new Place(tenant, gauge, ""), level);
  }

  long level(Meter meter) {
    return used.entrySet().stream()
        .filter(entry -> entry.getKey().meter().equals(meter))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  void put(Reservation reservation) {
    reservation.holds().forEach(hold -> add(reservation.tenant(), hold, hold.amount()));
    kept.put(new Name(reservation.tenant(), reservation.id()), reservation);
  }

  private boolean isAsGiven(Reservation reservation) {
    Reservation there = kept.get(new Name(reservation.tenant(), reservation.id()));
    return there != null && there.state() == reservation.state();
  }

  private long add(TenantId tenant, Hold hold, long amount) {
    return used.merge(place(tenant, hold.slot()), amount, Long::sum);
  }

  private static Place place(TenantId tenant, Slot slot) {
    return new Place(tenant, slot.meter(), slot.window());
  }
}
