package dev.tollgate.dynamo;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.quota.Hold;
import dev.tollgate.core.quota.Reservation;
import dev.tollgate.core.quota.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What was set aside. While it may expire it stands in the due index; what a gauge keeps stays for
 * as long as it counts, everything else is forgotten a week after its end.
 */
final class ReservationItem {
  static final String PREFIX = "RESERVATION#";

  static final Shards SHARDS = new Shards("RESERVATION#", 16);
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private ReservationItem() {}

  record ReservationKey(TenantId tenant, ReservationId id) implements Key {
    static ReservationKey of(Reservation reservation) {
      return new ReservationKey(reservation.tenant(), reservation.id());
    }

    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return PREFIX + id.value();
    }
  }

  static Action take(Reservation reservation) {
    return Action.put(
            new Row.Writer(ReservationKey.of(reservation))
                .text("tenant", reservation.tenant().value())
                .text("id", reservation.id().value())
                .text("state", reservation.state().wireName())
                .nested("holds", holds(reservation))
                .instant("created_at", reservation.createdAt())
                .instant("expires_at", reservation.expiresAt())
                .text("due_shard", SHARDS.of(reservation.tenant().value()))
                .instant("due_at", reservation.expiresAt()))
        .ifAbsent();
  }

  /** Keeps it where it is still reserved and its time is not over. */
  static Action commit(Reservation kept, Instant now) {
    boolean isForgotten = !kept.isOfGauges();
    Action action =
        Action.update(
                ReservationKey.of(kept),
                "SET #state = :committed, holds = :holds"
                    + (isForgotten ? ", #ttl = :ttl" : "")
                    + " REMOVE due_shard, due_at")
            .when("#state = :reserved AND expires_at > :now")
            .with(":committed", kept.state().wireName())
            .with(":reserved", Reservation.State.RESERVED.wireName())
            .with(":holds", AttributeValue.fromM(holds(kept).attributes()))
            .with(":now", now);
    return isForgotten ? action.with(":ttl", now.plus(REMEMBERED).getEpochSecond()) : action;
  }

  /** Ends it where it is as given; it expires only once its time is over. */
  static Action end(Reservation reservation, Reservation.State end, Instant now) {
    boolean expires = end == Reservation.State.EXPIRED;
    Action action =
        Action.update(
                ReservationKey.of(reservation),
                "SET #state = :end, #ttl = :ttl REMOVE due_shard, due_at")
            .when("#state = :state" + (expires ? " AND expires_at <= :now" : ""))
            .with(":end", end.wireName())
            .with(":state", reservation.state().wireName())
            .with(":ttl", now.plus(REMEMBERED).getEpochSecond());
    return expires ? action.with(":now", now) : action;
  }

  private static Row.Writer holds(Reservation reservation) {
    Row.Writer holds = Row.Writer.nested();
    int position = 0;
    for (Hold hold : reservation.holds()) { // by position, since the order is part of the answer
      holds.nested(String.format("%02d", position++), hold(hold));
    }
    return holds;
  }

  private static Row.Writer hold(Hold hold) {
    Row.Writer row =
        Row.Writer.nested()
            .text("meter", hold.slot().meter().key())
            .number("amount", hold.amount())
            .flag("billed", hold.billed());
    return switch (hold.slot()) {
      case Slot.Level _ -> row.text("counts", "level");
      case Slot.Within within ->
          row.text("counts", "within")
              .text("window", within.window())
              .instant("ends_at", within.endsAt());
      case Slot.LastDay day -> row.text("counts", "last_day").instant("at", day.now());
    };
  }

  static Reservation read(Row row) {
    return new Reservation(
        new TenantId(row.text("tenant")),
        new ReservationId(row.text("id")),
        holds(row.required("holds")),
        state(row.text("state")),
        row.instant("created_at"),
        row.instant("expires_at"));
  }

  private static List<Hold> holds(Row row) {
    List<Hold> holds = new ArrayList<>();
    for (Map.Entry<String, AttributeValue> each : new TreeMap<>(row.attributes()).entrySet()) {
      Row hold = new Row(each.getValue().m());
      holds.add(new Hold(slot(hold), hold.longNumber("amount"), hold.flag("billed")));
    }
    return holds;
  }

  private static Slot slot(Row row) {
    Meter meter = new Meter(row.text("meter"));
    return switch (row.text("counts")) {
      case "level" -> new Slot.Level(meter);
      case "within" -> new Slot.Within(meter, row.text("window"), row.instant("ends_at"));
      case "last_day" -> new Slot.LastDay(meter, row.instant("at"));
      default -> throw new IllegalStateException("a hold that counts in no way we know");
    };
  }

  private static Reservation.State state(String word) {
    return Arrays.stream(Reservation.State.values())
        .filter(state -> state.wireName().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a reservation of unknown state"));
  }
}
