package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.onboarding.Seat;
import dev.tollgate.core.quota.Hold;
import dev.tollgate.core.quota.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One slot of a meter: its level, how often it has moved, the highest mark that was told, and for
 * the last 24 hours how much was used in each minute.
 */
final class MeterItem {
  /** Old periods are kept so long for those who ask how it was. */
  private static final Duration KEPT = Duration.ofDays(400);

  private static final String MINUTE = "m_";

  private MeterItem() {}

  /** What counts now; what the slot has forgotten does not. */
  static long used(Row row, Slot slot) {
    return raw(row) - sum(forgotten(row, slot));
  }

  static long raw(Row row) {
    return row.optionalNumber("used").orElse(0L);
  }

  static long moves(Row row) {
    return row.optionalNumber("moves").orElse(0L);
  }

  /** How much was used in each minute that is over 24 hours ago, by its attribute. */
  static Map<String, Long> forgotten(Row row, Slot slot) {
    Map<String, Long> old = new TreeMap<>();
    if (slot instanceof Slot.LastDay day) {
      for (Map.Entry<String, AttributeValue> each : row.attributes().entrySet()) {
        if (each.getKey().startsWith(MINUTE)
            && day.hasForgotten(Long.parseLong(each.getKey().substring(MINUTE.length())))) {
          old.put(each.getKey(), Long.parseLong(each.getValue().n()));
        }
      }
    }
    return old;
  }

  static long sum(Map<String, Long> amounts) {
    return amounts.values().stream().mapToLong(Long::longValue).sum();
  }

  static String minute(Slot.LastDay day) {
    return MINUTE + day.minute();
  }

  static Instant forgottenAt(Slot slot, Instant now) {
    return slot.resetsAt().orElse(now).plus(KEPT);
  }

  /** Gives back what a hold counts. Refused where there is not so much to give back. */
  static Action giveBack(TenantId tenant, Hold hold, long amount) {
    Key key = new SlotKey(tenant, hold.slot());
    String less = "SET used = used - :amount, moves = moves + :one";
    if (hold.slot() instanceof Slot.LastDay day) {
      String minute = minute(day);
      return Action.update(key, less + ", " + minute + " = " + minute + " - :amount")
          .when("used >= :amount AND " + minute + " >= :amount")
          .with(":amount", amount)
          .with(":one", 1);
    }
    return Action.update(key, less).when("used >= :amount").with(":amount", amount).with(":one", 1);
  }

  /** Where less is counted than is given back, nothing is left; never less than nothing. */
  static Action empty(TenantId tenant, Slot slot, Row seen) {
    return Action.update(new SlotKey(tenant, slot), "SET used = :zero, moves = moves + :one")
        .when("moves = :moves")
        .with(":zero", 0)
        .with(":one", 1)
        .with(":moves", moves(seen));
  }

  /** One person more, where there is room and nobody has made it smaller since. */
  static Action seat(Key users, Seat seat) {
    long room = seat.most().orElse(Long.MAX_VALUE) - 1;
    return Action.update(
            users,
            "SET used = if_not_exists(used, :zero) + :one, moves = if_not_exists(moves, :zero) +"
                + " :one")
        .when(
            "(attribute_not_exists(used) OR used <= :room)"
                + " AND (attribute_not_exists(epoch) OR epoch <= :seen)")
        .with(":zero", 0)
        .with(":one", 1)
        .with(":room", room)
        .with(":seen", seat.seen());
  }

  /** Sets the level to what there is, where it has not moved since. */
  static Action correct(Key key, long there, long moves) {
    Action action =
        Action.update(key, "SET used = :there, moves = :next")
            .with(":there", there)
            .with(":next", moves + 1);
    return moves == 0
        ? action.when("attribute_not_exists(moves)")
        : action.when("moves = :moves").with(":moves", moves);
  }

  /**
   * Notes since which version of the enrollment the level is watched: nobody who has seen an older
   * one may raise it.
   */
  static Action fence(Key gauge, long version) {
    return Action.update(gauge, "SET epoch = :version").with(":version", version);
  }
}
