package dev.tollgate.dynamo;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.quota.Gauges;
import dev.tollgate.core.quota.Reservation;
import dev.tollgate.core.quota.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts what there is: people by their items, everything else by the claims that are kept. */
final class GaugesDynamo implements Gauges {
  private final Table table;

  GaugesDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Counted counted(TenantId tenant, Meter gauge) {
    Optional<Row> row = table.get(key(tenant, gauge));
    return new Counted(row.map(MeterItem::raw).orElse(0L), row.map(MeterItem::moves).orElse(0L));
  }

  @Override
  public long there(TenantId tenant, Meter gauge) {
    long claimed =
        table.query(Key.tenant(tenant), ReservationItem.PREFIX).stream()
            .map(ReservationItem::read)
            .filter(GaugesDynamo::counts)
            .flatMap(reservation -> reservation.holds().stream())
            .filter(hold -> hold.slot() instanceof Slot.Level(Meter meter) && meter.equals(gauge))
            .mapToLong(hold -> hold.amount())
            .sum();
    return gauge.equals(Meter.USERS) ? claimed + people(tenant) : claimed;
  }

  private static boolean counts(Reservation reservation) {
    return switch (reservation.state()) {
      case RESERVED, COMMITTED -> true;
      case RELEASED, EXPIRED -> false;
    };
  }

  private long people(TenantId tenant) {
    return table.count(Search.startingWith(Key.tenant(tenant), UserItem.UserKey.PREFIX));
  }

  @Override
  public boolean correct(TenantId tenant, Meter gauge, Counted seen, long there) {
    Action action = MeterItem.correct(key(tenant, gauge), there, seen.moves());
    return table.write(List.of(action)) instanceof Commit.Done;
  }

  private static SlotKey key(TenantId tenant, Meter gauge) {
    return SlotKey.of(tenant, gauge);
  }

  @Override
  public List<TenantId> due(Instant now, int most) {
    return table.due(RecountItem.SHARDS, now, most).stream().map(RecountItem::tenant).toList();
  }

  @Override
  public void compared(TenantId tenant, Instant next) {
    table.writeAlways(List.of(RecountItem.next(tenant, next)));
  }
}
