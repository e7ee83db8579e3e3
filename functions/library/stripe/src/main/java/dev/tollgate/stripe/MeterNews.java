package dev.tollgate.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.stripe.net.ApiResource.RequestMethod;
import dev.tollgate.core.billing.Happening;
import dev.tollgate.core.billing.Happenings.Told;
import dev.tollgate.core.billing.ProviderEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Usage that Stripe took and could not count. The event itself is thin; the client's model of the
 * whole one cannot be read (it has no accessors), so it is read as JSON.
 */
final class MeterNews {
  private final StripeApi api;

  MeterNews(StripeApi api) {
    this.api = api;
  }

  Told tell(ProviderEvent event) {
    Optional<String> whole =
        api.find(
            "show an event",
            stripe ->
                stripe.rawRequest(RequestMethod.GET, "/v2/core/events/" + event.id(), null).body());
    return whole
        .map(
            body ->
                StripeHappenings.told(
                    event, new Happening.Alarm("usage is being lost: " + reasons(body))))
        .orElseGet(() -> StripeHappenings.customerOnly(event));
  }

  /** Codes and counts; samples would quote what was reported. */
  private static String reasons(String body) {
    List<String> reasons = new ArrayList<>();
    if (JsonParser.parseString(body) instanceof JsonObject event
        && event.get("data") instanceof JsonObject data
        && data.get("reason") instanceof JsonObject reason
        && reason.get("error_types") instanceof JsonArray types) {
      for (JsonElement type : types) {
        if (type instanceof JsonObject error) {
          String code = EventReader.text(error, "code").orElse("unknown");
          JsonElement count = error.get("error_count");
          reasons.add(count == null ? code : code + " x" + count.getAsString());
        }
      }
    }
    return reasons.isEmpty() ? "no reason given" : String.join(", ", reasons);
  }
}
