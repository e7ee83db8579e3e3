package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.quota.Claim;
import dev.tollgate.core.quota.Slot;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a meter's level is taken to be when a hold is set aside: between which marks it will come
 * to stand, and whether that is news. The condition holds the whole band and not one number, so
 * that others may move the meter at the same time; a wrong guess writes nothing and shows the item.
 *
 * @param band how many marks the new level has reached
 * @param telling whether the last of them has not been told
 * @param forgotten minutes that are over 24 hours ago, to be taken off with this write
 * @param level what the level will be, as far as is known
 */
record Guess(Claim claim, int band, boolean telling, Map<String, Long> forgotten, long level) {

  /** Nothing known but where it was last. */
  static Guess of(Claim claim, int band) {
    return new Guess(claim, Math.min(band, claim.marks().size()), false, Map.of(), 0);
  }

  /** As the item shows. */
  static Guess of(Claim claim, Optional<Row> row, Instant now) {
    Slot slot = claim.hold().slot();
    Map<String, Long> forgotten = row.map(r -> MeterItem.forgotten(r, slot)).orElse(Map.of());
    long level = used(claim, row) + claim.hold().amount();
    int band = (int) claim.marks().stream().filter(mark -> mark.level() <= level).count();
    boolean told =
        band == 0 || row.filter(r -> isTold(r, slot, now, claim.marks().get(band - 1))).isPresent();
    return new Guess(claim, band, !told, forgotten, level);
  }

  static long used(Claim claim, Optional<Row> row) {
    return row.map(r -> MeterItem.used(r, claim.hold().slot())).orElse(0L);
  }

  /** Whether the limit itself refuses, however often it is tried. */
  static boolean isOver(Claim claim, Optional<Row> row) {
    return claim.most().isPresent()
        && used(claim, row) > claim.most().getAsLong() - claim.hold().amount();
  }

  private static boolean isTold(Row row, Slot slot, Instant now, Claim.Mark mark) {
    return row.optionalText("told_in").filter(period(slot, now)::equals).isPresent()
        && row.optionalNumber("told").orElse(0L) >= mark.percent();
  }

  /** A mark is told once in it: a counter's own period, for a level the month. */
  private static String period(Slot slot, Instant now) {
    return switch (slot) {
      case Slot.Within within -> within.window();
      case Slot.Level _ -> now.atOffset(ZoneOffset.UTC).toLocalDate().toString().substring(0, 7);
      case Slot.LastDay _ -> now.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    };
  }

  /** The mark that is told with this write. */
  Optional<Claim.Mark> news() {
    return telling ? Optional.of(claim.marks().get(band - 1)) : Optional.empty();
  }

  /** At least so high the level will be. */
  long lowest() {
    return band == 0 ? 0 : claim.marks().get(band - 1).level();
  }

  private long highest() {
    long below = band < claim.marks().size() ? claim.marks().get(band).level() - 1 : Long.MAX_VALUE;
    return Math.min(below, claim.most().orElse(Long.MAX_VALUE));
  }

  Action action(TenantId tenant, long seen, Instant now) {
    Slot slot = claim.hold().slot();
    long amount = claim.hold().amount();
    long rise = amount - MeterItem.sum(forgotten);
    List<String> sets = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    sets.add("used = if_not_exists(used, :zero) + :rise");
    sets.add("moves = if_not_exists(moves, :zero) + :one");
    long room = highest() == Long.MAX_VALUE ? Long.MAX_VALUE - amount : highest() - rise;
    conditions.add(
        room >= 0
            ? "(attribute_not_exists(used) OR used <= :room)"
            : "(attribute_exists(used) AND used <= :room)");
    if (slot instanceof Slot.LastDay day) {
      String minute = MeterItem.minute(day);
      sets.add(minute + " = if_not_exists(" + minute + ", :zero) + :amount");
      forgotten.keySet().forEach(old -> conditions.add(old + " = :" + old));
    }
    if (slot instanceof Slot.Level) {
      conditions.add("(attribute_not_exists(epoch) OR epoch <= :seen)");
    } else {
      sets.add("#ttl = :ttl");
    }
    if (lowest() - rise > 0) {
      conditions.add("used >= :low");
    }
    if (telling) {
      sets.add("told = :percent");
      sets.add("told_in = :period");
      conditions.add("(attribute_not_exists(told) OR told_in <> :period OR told < :percent)");
    } else if (band > 0) {
      conditions.add("told_in = :period AND told >= :percent");
    }
    String removed = forgotten.isEmpty() ? "" : " REMOVE " + String.join(", ", forgotten.keySet());
    Action action =
        Action.update(new SlotKey(tenant, slot), "SET " + String.join(", ", sets) + removed)
            .when(String.join(" AND ", conditions))
            .with(":zero", 0)
            .with(":one", 1)
            .with(":rise", rise)
            .with(":room", room);
    return bind(action, slot, amount, rise, seen, now);
  }

  /** DynamoDB refuses a value that no expression names. */
  private Action bind(Action action, Slot slot, long amount, long rise, long seen, Instant now) {
    Action bound = action;
    if (slot instanceof Slot.LastDay) {
      bound = bound.with(":amount", amount);
      for (Map.Entry<String, Long> old : forgotten.entrySet()) {
        bound = bound.with(":" + old.getKey(), old.getValue());
      }
    }
    bound =
        slot instanceof Slot.Level
            ? bound.with(":seen", seen)
            : bound.with(":ttl", MeterItem.forgottenAt(slot, now).getEpochSecond());
    if (lowest() - rise > 0) {
      bound = bound.with(":low", lowest() - rise);
    }
    return band > 0
        ? bound
            .with(":percent", claim.marks().get(band - 1).percent())
            .with(":period", period(slot, now))
        : bound;
  }
}
