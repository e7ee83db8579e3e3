package dev.tollgate.stripelocal.meters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.meters.MeterErrors.Reason;
import dev.tollgate.stripelocal.wire.StripeError;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Takes usage. Only a repeated identifier is refused at once; whatever else is wrong with an event
 * shows later, in an error report, and the usage is lost.
 */
final class Reporting {
  private static final Duration PAST = Duration.ofDays(35);
  private static final Duration FUTURE = Duration.ofMinutes(5);

  private final Alerts alerts;
  private final Duration lag;

  Reporting(Alerts alerts, Duration lag) {
    this.alerts = alerts;
    this.lag = lag;
  }

  static final String COUNT_JOB = "meter_event.count";

  /** One usage event as the caller gave it. */
  record Usage(
      String eventName,
      Map<String, String> payload,
      @Nullable String identifier,
      OptionalLong timestamp) {}

  /**
   * The event as the wire shows it. Identifiers are unique for good, which is within Stripe's "at
   * least 24 hours".
   */
  ObjectNode report(Work work, Usage usage) {
    String identifier = Objects.requireNonNullElseGet(usage.identifier(), () -> work.newId("mev_"));
    String id = Kind.METER_EVENT.prefix() + identifier;
    if (work.find(Kind.METER_EVENT, id).isPresent()) {
      throw StripeError.invalid(
          "An event already exists with identifier " + identifier + ".", "identifier");
    }
    Optional<ObjectNode> meter = Meters.byEventName(work, usage.eventName());
    long now = now(work, meter, usage);
    ObjectNode fields = Json.object().put("id", id).put("created", now);
    fields.put("event_name", usage.eventName()).put("identifier", identifier);
    ObjectNode payload = fields.putObject("payload");
    usage.payload().forEach(payload::put);
    fields.put("timestamp", usage.timestamp().orElse(now));
    ObjectNode event = work.add(Kind.METER_EVENT, fields);
    if (lag.isZero()) {
      count(work, event);
    } else {
      work.schedule(now + lag.toSeconds(), COUNT_JOB, Kind.METER_EVENT, id);
    }
    ObjectNode shown = event.deepCopy();
    shown.remove("id");
    return shown;
  }

  /** Judges an event and lets it count. */
  void count(Work work, ObjectNode event) {
    String identifier = event.path("identifier").asText();
    String name = event.path("event_name").asText();
    Optional<ObjectNode> found = Meters.byEventName(work, name);
    if (found.isEmpty()) {
      MeterErrors.noMeter(work, name, identifier);
      return;
    }
    ObjectNode meter = found.get();
    Optional<Reason> reason = fault(work, meter, event);
    if (reason.isPresent()) {
      MeterErrors.report(work, meter, reason.get(), detail(meter, reason.get()), identifier);
      return;
    }
    event.put(Meters.METER, meter.path("id").asText());
    event.put(Meters.CUSTOMER, customer(meter, event));
    event.put(Meters.VALUE, value(meter, event).orElseThrow());
    alerts.check(work, meter, event);
  }

  private static Optional<Reason> fault(Work work, ObjectNode meter, ObjectNode event) {
    if (!Meters.isActive(meter)) {
      return Optional.of(Reason.ARCHIVED_METER);
    }
    String customer = customer(meter, event);
    if (customer == null) {
      return Optional.of(Reason.METER_EVENT_NO_CUSTOMER_DEFINED);
    }
    Optional<ObjectNode> owner = work.find(Kind.CUSTOMER, customer);
    if (owner.isEmpty()) {
      return Optional.of(Reason.METER_EVENT_CUSTOMER_NOT_FOUND);
    }
    if (value(meter, event).isEmpty()) {
      return Optional.of(Reason.METER_EVENT_INVALID_VALUE);
    }
    long age = work.nowOf(owner.get()) - event.path("timestamp").asLong();
    if (age > PAST.toSeconds()) {
      return Optional.of(Reason.TIMESTAMP_TOO_FAR_IN_PAST);
    }
    return age < -FUTURE.toSeconds() ? Optional.of(Reason.TIMESTAMP_IN_FUTURE) : Optional.empty();
  }

  private static String detail(JsonNode meter, Reason reason) {
    return reason == Reason.METER_EVENT_INVALID_VALUE ? valueKey(meter) : customerKey(meter);
  }

  /** The customer's test clock tells the time, if there is one. */
  private static long now(Work work, Optional<ObjectNode> meter, Usage usage) {
    return meter
        .map(Reporting::customerKey)
        .map(usage.payload()::get)
        .flatMap(id -> work.find(Kind.CUSTOMER, id))
        .map(work::nowOf)
        .orElse(work.now());
  }

  private static @Nullable String customer(JsonNode meter, JsonNode event) {
    return Json.text(event.path("payload"), customerKey(meter));
  }

  private static String customerKey(JsonNode meter) {
    return meter.path("customer_mapping").path("event_payload_key").asText();
  }

  private static String valueKey(JsonNode meter) {
    return meter.path("value_settings").path("event_payload_key").asText();
  }

  /** A whole number; for a counting meter the payload need not have one. */
  private static Optional<Long> value(JsonNode meter, JsonNode event) {
    String text = Json.text(event.path("payload"), valueKey(meter));
    if (text == null) {
      boolean counts = meter.path("default_aggregation").path("formula").asText().equals("count");
      return counts ? Optional.of(1L) : Optional.empty();
    }
    return text.matches("-?[0-9]{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
