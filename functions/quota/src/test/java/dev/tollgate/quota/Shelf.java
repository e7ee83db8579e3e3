package dev.tollgate.quota;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.quota.Choice;
import dev.tollgate.core.quota.Choices;
import dev.tollgate.core.quota.Claim;
import dev.tollgate.core.quota.Gauges;
import dev.tollgate.core.quota.Hold;
import dev.tollgate.core.quota.Meters;
import dev.tollgate.core.quota.Reservation;
import dev.tollgate.core.quota.Reservations;
import dev.tollgate.core.quota.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Meters and what is set aside of them, in memory; each call is one transaction. */
final class Shelf implements Meters, Reservations, Gauges, Choices {
  private record Place(TenantId tenant, Meter meter, String window) {}

  private record Name(TenantId tenant, ReservationId id) {}

  private final People people;
  private final Map<Place, Long> used = new HashMap<>();
  private final Map<Name, Reservation> kept = new LinkedHashMap<>();
  private final Map<Meter, Choice> chosen = new HashMap<>();
  final List<Message> told = new ArrayList<>();
  final List<AuditEntry> entries = new ArrayList<>();

  /** What rows say, by tenant and gauge; where absent, as the meter says. */
  final Map<TenantId, Map<Meter, Long>> rows =
      new TreeMap<>(java.util.Comparator.comparing(TenantId::value));

  private final Map<TenantId, Instant> due = new LinkedHashMap<>();

  /** How often meters were read and anything was written. */
  int reads;

  int writes;

  /** What the store does when it is asked about a tenant's gauges. */
  java.util.function.Consumer<TenantId> beforeCount = _ -> {};

  Shelf(People people) {
    this.people = people;
  }

  @Override
  public Choice of(TenantId tenant, Meter meter) {
    return chosen.getOrDefault(meter, Choice.none(meter));
  }

  @Override
  public void keep(TenantId tenant, Choice choice, AuditEntry entry) {
    chosen.put(choice.meter(), choice);
    entries.add(entry);
  }

  @Override
  public Map<Meter, Long> used(TenantId tenant, List<Slot> slots) {
    reads++;
    Map<Meter, Long> levels = new HashMap<>();
    slots.forEach(slot -> levels.put(slot.meter(), used.getOrDefault(place(tenant, slot), 0L)));
    return levels;
  }

  @Override
  public Taking take(Reservation wanted, List<Claim> claims, long seen, News news) {
    Reservation there = kept.get(new Name(wanted.tenant(), wanted.id()));
    if (there != null) {
      return new Taking.There(there);
    }
    if (people.enrollment.version() != seen) {
      return new Taking.Stale();
    }
    Map<Meter, Long> over = new HashMap<>();
    for (Claim claim : claims) {
      Hold hold = claim.hold();
      long level = used.getOrDefault(place(wanted.tenant(), hold.slot()), 0L);
      if (claim.most().isPresent() && level + hold.amount() > claim.most().getAsLong()) {
        over.put(hold.slot().meter(), level);
      }
    }
    if (!over.isEmpty()) {
      return new Taking.Over(over);
    }
    writes++;
    for (Claim claim : claims) {
      Hold hold = claim.hold();
      long before = used.getOrDefault(place(wanted.tenant(), hold.slot()), 0L);
      long after = add(wanted.tenant(), hold, hold.amount());
      claim.marks().stream()
          .filter(mark -> before < mark.level() && after >= mark.level())
          .forEach(mark -> told.addAll(news.reached(hold.slot(), mark, after)));
    }
    kept.put(new Name(wanted.tenant(), wanted.id()), wanted);
    return new Taking.Taken();
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
    writes++;
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
    if (!isAsGiven(reservation)) {
      return false;
    }
    writes++;
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
