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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Moves meters and reservations together. A reservation is one transaction while a meter stays
 * between two marks; passing one costs a second, since only the refusal of the first shows where
 * the meter is.
 */
final class ReservationsDynamo implements Reservations {
  /** Each round somebody else has moved the meter over a mark, or its forgotten minutes away. */
  private static final int ROUNDS = 60;

  private static final int RESERVATION = 0;

  /** Bands are forgotten beyond that, which costs a transaction each. */
  private static final int MOST_BANDS = 10_000;

  private final Table table;

  /** Where each meter was last. Only a guess: the conditions hold whatever it says. */
  private final Map<SlotKey, Integer> bands = new ConcurrentHashMap<>();

  ReservationsDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Taking take(Reservation wanted, List<Claim> claims, long seen, News news) {
    Instant now = wanted.createdAt();
    List<Guess> guesses =
        new ArrayList<>(
            claims.stream()
                .map(claim -> Guess.of(claim, bands.getOrDefault(key(wanted, claim), 0)))
                .toList());
    for (int round = 0; round < ROUNDS; round++) {
      if (!(table.write(actions(wanted, guesses, seen, news)) instanceof Commit.Refused refused)) {
        guesses.forEach(guess -> remember(key(wanted, guess.claim()), guess.band()));
        return new Taking.Taken();
      }
      if (refused.at(RESERVATION)) {
        return new Taking.There(refused.item(RESERVATION).map(ReservationItem::read).orElseThrow());
      }
      Map<Meter, Long> over = new HashMap<>();
      for (int i = 0; i < guesses.size(); i++) {
        int position = RESERVATION + 1 + i;
        Claim claim = guesses.get(i).claim();
        Optional<Row> row = refused.item(position);
        if (!refused.at(position)) {
          continue;
        }
        if (row.filter(r -> r.optionalNumber("epoch").orElse(0L) > seen).isPresent()) {
          return new Taking.Stale();
        }
        if (Guess.isOver(claim, row)) {
          over.put(claim.hold().slot().meter(), Guess.used(claim, row));
        }
        guesses.set(i, Guess.of(claim, row, now));
      }
      if (!over.isEmpty()) {
        return new Taking.Over(Map.copyOf(over));
      }
    }
    throw new Unavailable("a meter kept moving");
  }

  private static List<Action> actions(
      Reservation wanted, List<Guess> guesses, long seen, News news) {
    List<Action> actions = new ArrayList<>();
    actions.add(ReservationItem.take(wanted));
    for (Guess guess : guesses) {
      actions.add(guess.action(wanted.tenant(), seen, wanted.createdAt()));
    }
    for (Guess guess : guesses) {
      guess.news().stream()
          .flatMap(mark -> news.reached(guess.claim().hold().slot(), mark, guess.level()).stream())
          .map(OutboxItem::put)
          .forEach(actions::add);
    }
    return actions;
  }

  private static SlotKey key(Reservation wanted, Claim claim) {
    Slot slot = claim.hold().slot();
    return new SlotKey(
        wanted.tenant(), // the 24 hours of different moments are one slot
        slot instanceof Slot.LastDay day ? new Slot.LastDay(day.meter(), Instant.EPOCH) : slot);
  }

  private void remember(SlotKey key, int band) {
    if (bands.size() >= MOST_BANDS) {
      bands.clear();
    }
    bands.put(key, band);
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
        Search.dueBefore(ReservationItem.shard(tenant), now.plusMillis(1))
            .where("tenant = :tenant")
            .with(":tenant", tenant.value());
    return read(table.query(search));
  }

  @Override
  public List<Reservation> overdue(Instant now, int most) {
    List<Row> rows = new ArrayList<>();
    for (String shard : ReservationItem.shards()) {
      if (rows.size() < most) {
        rows.addAll(table.due(shard, now.plusMillis(1), most - rows.size()));
      }
    }
    return read(rows);
  }

  private static List<Reservation> read(List<Row> rows) {
    return rows.stream().map(ReservationItem::read).toList();
  }
}
