package dev.tollgate.dynamo;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.quota.Claim;
import dev.tollgate.core.quota.Hold;
import dev.tollgate.core.quota.Reservation;
import dev.tollgate.core.quota.Reservations;
import dev.tollgate.core.quota.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves meters and reservations together. */
final class ReservationsDynamo implements Reservations {
  /** Each round somebody else has taken what was to be given back. */
  private static final int ROUNDS = 60;

  private static final int RESERVATION = 0;

  private final Table table;
  private final Raising raising;

  ReservationsDynamo(Table table) {
    this.table = table;
    this.raising = new Raising(table);
  }

  @Override
  public Taking take(Reservation wanted, List<Claim> claims, long seen, News news) {
    Raising.Wish wish = new Raising.Wish(wanted.tenant(), claims, seen, wanted.createdAt());
    return switch (raising.raise(wish, List.of(ReservationItem.take(wanted)), news)) {
      case Raising.Outcome.Raised _ -> new Taking.Taken();
      case Raising.Outcome.Stale _ -> new Taking.Stale();
      case Raising.Outcome.Refused(var with, var over) ->
          with.isEmpty()
              ? new Taking.Over(Map.copyOf(over))
              : new Taking.There(
                  with.getOrDefault(RESERVATION, Optional.empty())
                      .map(ReservationItem::read)
                      .orElseThrow());
    };
  }

  @Override
  public Optional<Reservation> find(TenantId tenant, ReservationId id) {
    return table.get(new ReservationItem.ReservationKey(tenant, id)).map(ReservationItem::read);
  }

  @Override
  public boolean commit(Reservation reserved, Reservation kept, List<Billed> billed, Instant now) {
    List<Action> more = new ArrayList<>();
    billed.forEach(
        each -> {
          more.addAll(UsageItem.record(each.usage()));
          more.add(OutboxItem.put(each.message()));
        });
    Map<Meter, Long> left = kept.amounts();
    Map<Hold, Long> unused = new LinkedHashMap<>();
    reserved
        .holds()
        .forEach(
            hold -> unused.put(hold, hold.amount() - left.getOrDefault(hold.slot().meter(), 0L)));
    return lower(reserved.tenant(), ReservationItem.commit(kept, now), unused, more);
  }

  @Override
  public boolean giveBack(Reservation reservation, Reservation.State end, Instant now) {
    Map<Hold, Long> all = new LinkedHashMap<>();
    reservation.holds().forEach(hold -> all.put(hold, hold.amount()));
    return lower(reservation.tenant(), ReservationItem.end(reservation, end, now), all, List.of());
  }

  /** Settles a reservation and gives back what it no longer holds; false where it is settled. */
  private boolean lower(
      TenantId tenant, Action settle, Map<Hold, Long> amounts, List<Action> more) {
    List<Action> lowered = new ArrayList<>();
    List<Slot> slots = new ArrayList<>();
    amounts.forEach(
        (hold, amount) -> {
          if (amount > 0) {
            lowered.add(MeterItem.giveBack(tenant, hold, amount));
            slots.add(hold.slot());
          }
        });
    for (int round = 0; round < ROUNDS; round++) {
      List<Action> actions = new ArrayList<>(List.of(settle));
      actions.addAll(lowered);
      actions.addAll(more);
      if (!(table.write(actions) instanceof Commit.Refused refused)) {
        return true;
      }
      if (refused.at(0)) {
        return false;
      }
      for (int i = lowered.size() - 1; i >= 0; i--) {
        if (refused.at(1 + i)) {
          replace(lowered, slots, i, tenant, refused.item(1 + i));
        }
      }
    }
    throw new Unavailable("a meter kept moving");
  }

  /** What was forgotten already, or was never counted, is not given back. */
  private static void replace(
      List<Action> lowered, List<Slot> slots, int i, TenantId tenant, Optional<Row> row) {
    if (row.isPresent() && slots.get(i) instanceof Slot.Level) {
      lowered.set(i, MeterItem.empty(tenant, slots.get(i), row.get()));
    } else {
      lowered.remove(i);
      slots.remove(i);
    }
  }

  @Override
  public List<Reservation> overdue(TenantId tenant, Instant now) {
    Search search =
        Search.dueBefore(ReservationItem.SHARDS.of(tenant.value()), now.plusMillis(1))
            .where("tenant = :tenant")
            .with(":tenant", tenant.value());
    return read(table.query(search));
  }

  @Override
  public List<Reservation> overdueAhead(TenantId tenant, Instant now) {
    return table.query(Key.tenant(tenant), ReservationItem.PREFIX).stream()
        .filter(row -> row.optionalInstant("due_at").filter(due -> !due.isAfter(now)).isPresent())
        .map(ReservationItem::read)
        .toList();
  }

  @Override
  public List<Reservation> overdue(Instant now, int most) {
    return read(table.due(ReservationItem.SHARDS, now.plusMillis(1), most));
  }

  private static List<Reservation> read(List<Row> rows) {
    return rows.stream().map(ReservationItem::read).toList();
  }
}
