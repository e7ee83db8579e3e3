package dev.tollgate.stripelocal.meters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Meters and how they add up. Values are whole units. */
public final class Meters {
  /** Internal fields of a counted event. */
  static final String METER = "_meter";

  static final String CUSTOMER = "_customer";
  static final String VALUE = "_value";

  /** Internal mark of an event that an adjustment has taken back. */
  static final String CANCELED = "_canceled";

  private Meters() {}

  /** The meter of an event name; an active one before an archived one. */
  static Optional<ObjectNode> byEventName(Work work, String eventName) {
    return work.view(Kind.METER, meter -> eventName.equals(Json.text(meter, "event_name"))).stream()
        .min(Comparator.comparing(meter -> !isActive(meter)));
  }

  static boolean isActive(JsonNode meter) {
    return meter.path("status").asText().equals("active");
  }

  /** What a customer used by a meter in a period, by the meter's formula. */
  public static long used(Work work, String meterId, String customer, Period period) {
    List<ObjectNode> events =
        work.view(
            Kind.METER_EVENT,
            event ->
                meterId.equals(Json.text(event, METER))
                    && customer.equals(Json.text(event, CUSTOMER))
                    && !event.has(CANCELED)
                    && lies(event.path("timestamp").asLong(), period));
    return work.find(Kind.METER, meterId).map(meter -> aggregate(meter, events)).orElse(0L);
  }

  private static boolean lies(long timestamp, Period period) {
    return period.start() <= timestamp && timestamp < period.end();
  }

  private static long aggregate(JsonNode meter, List<ObjectNode> events) {
    return switch (meter.path("default_aggregation").path("formula").asText()) {
      case "count" -> events.size();
      case "last" ->
          events.stream()
              .max(
                  Comparator.<ObjectNode>comparingLong(event -> event.path("timestamp").asLong())
                      .thenComparingLong(event -> event.path("_seq").asLong()))
              .map(event -> event.path(VALUE).asLong())
              .orElse(0L);
      default -> events.stream().mapToLong(event -> event.path(VALUE).asLong()).sum();
    };
  }
}
