package dev.tollgate.stripelocal.meters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Work;
import java.time.Instant;
import java.util.Locale;

/** Reports usage that was accepted and then could not be counted, as thin events. */
final class MeterErrors {
  /** Why usage does not count. */
  enum Reason {
    ARCHIVED_METER("The meter is archived."),
    METER_EVENT_CUSTOMER_NOT_FOUND("Customer mapping key %s names no customer."),
    METER_EVENT_NO_CUSTOMER_DEFINED("Customer mapping key %s not found in payload."),
    METER_EVENT_INVALID_VALUE("Payload value for key %s is not a valid number."),
    TIMESTAMP_TOO_FAR_IN_PAST("The timestamp is more than 35 days in the past."),
    TIMESTAMP_IN_FUTURE("The timestamp is more than 5 minutes in the future."),
    NO_METER("There is no meter with the event name %s.");

    private final String message;

    Reason(String message) {
      this.message = message;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private MeterErrors() {}

  /** For usage whose meter is known. */
  static void report(Work work, ObjectNode meter, Reason reason, String detail, String identifier) {
    work.emitThin(
        "v1.billing.meter.error_report_triggered", meter, data(work, reason, detail, identifier));
  }

  /** For usage of an event name that no meter has: there is no object to be about. */
  static void noMeter(Work work, String eventName, String identifier) {
    work.emitThin(
        "v1.billing.meter.no_meter_found",
        Json.object(),
        data(work, Reason.NO_METER, eventName, identifier));
  }

  private static ObjectNode data(Work work, Reason reason, String detail, String identifier) {
    String now = Instant.ofEpochSecond(work.now()).toString();
    ObjectNode data = Json.object().put("developer_message_summary", "There is 1 invalid event");
    ObjectNode why = data.putObject("reason").put("error_count", 1L);
    ObjectNode type = why.putArray("error_types").addObject();
    type.put("code", reason.code()).put("error_count", 1L);
    ObjectNode sample = type.putArray("sample_errors").addObject();
    sample.put("error_message", reason.message.formatted(detail));
    sample.putObject("request").put("identifier", identifier);
    return data.put("validation_start", now).put("validation_end", now);
  }
}
