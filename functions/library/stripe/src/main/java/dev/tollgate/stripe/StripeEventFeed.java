package dev.tollgate.stripe;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.stripe.model.Event;
import com.stripe.param.EventListParams;
import dev.tollgate.core.billing.EventFeed;
import dev.tollgate.core.billing.ProviderEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Events that Stripe has not got rid of yet, newest first; Stripe keeps them for 30 days. */
final class StripeEventFeed implements EventFeed {
  private final StripeApi api;

  StripeEventFeed(StripeApi api) {
    this.api = api;
  }

  @Override
  public List<ProviderEvent> undelivered(Instant since, int limit) {
    EventListParams missed =
        EventListParams.builder()
            .setDeliverySuccess(false)
            .setCreated(EventListParams.Created.builder().setGte(since.getEpochSecond()).build())
            .setLimit(Math.min(limit, StripeApi.PAGE))
            .build();
    return api.call(
        "list events",
        stripe -> {
          List<ProviderEvent> events = new ArrayList<>();
          for (Event event : stripe.v1().events().list(missed).autoPagingIterable()) {
            if (events.size() == limit) {
              break;
            }
            read(event).ifPresent(events::add);
          }
          return events;
        });
  }

  private static Optional<ProviderEvent> read(Event event) {
    if (!(JsonParser.parseString(event.getDataObjectDeserializer().getRawJson())
        instanceof JsonObject object)) {
      return Optional.empty();
    }
    Optional<String> before =
        Optional.ofNullable(event.getData().getPreviousAttributes())
            .map(previous -> previous.get("customer"))
            .filter(String.class::isInstance)
            .map(String.class::cast);
    return Optional.of(
        EventReader.snapshot(
            event.getId(), event.getType(), Wire.instant(event.getCreated()), object, before));
  }
}
