package dev.tollgate.stripelocal.clock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** How far a test clock may be moved at once. */
final class Reach {
  private static final int INTERVALS = 2;
  private static final int YEARS_WITHOUT_SUBSCRIPTION = 2;
  private static final Set<String> OVER = Set.of("canceled", "incomplete_expired");

  private Reach() {}

  /** Two intervals of the shortest subscription on it; two years when there is none. */
  static long of(Work work, ObjectNode clock) {
    String id = clock.required("id").textValue();
    ZonedDateTime now =
        Instant.ofEpochSecond(Json.number(clock, "frozen_time", 0)).atZone(ZoneOffset.UTC);
    List<ObjectNode> subscriptions =
        work.view(
            Kind.SUBSCRIPTION,
            subscription ->
                id.equals(Json.text(subscription, "test_clock"))
                    && !OVER.contains(subscription.path("status").asText()));
    return subscriptions.stream()
        .flatMap(subscription -> subscription.path("items").path("data").valueStream())
        .map(item -> item.path("price").path("recurring"))
        .filter(JsonNode::isObject)
        .mapToLong(recurring -> furthest(now, recurring))
        .min()
        .orElseGet(() -> now.plusYears(YEARS_WITHOUT_SUBSCRIPTION).toEpochSecond());
  }

  private static long furthest(ZonedDateTime now, JsonNode recurring) {
    long count = INTERVALS * recurring.path("interval_count").asLong(1);
    ChronoUnit unit =
        switch (recurring.path("interval").asText()) {
          case "day" -> ChronoUnit.DAYS;
          case "week" -> ChronoUnit.WEEKS;
          case "month" -> ChronoUnit.MONTHS;
          default -> ChronoUnit.YEARS;
        };
    return now.plus(count, unit).toEpochSecond();
  }
}
