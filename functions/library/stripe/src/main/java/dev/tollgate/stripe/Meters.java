package dev.tollgate.stripe;

import com.stripe.model.billing.Meter;
import com.stripe.param.billing.MeterCreateParams;
import com.stripe.param.billing.MeterCreateParams.CustomerMapping;
import com.stripe.param.billing.MeterCreateParams.DefaultAggregation;
import com.stripe.param.billing.MeterCreateParams.ValueSettings;
import com.stripe.param.billing.MeterListParams;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Stripe's meters, by the name of the events they count. An active one never changes its name. */
final class Meters {
  /** Where a report says whose usage it is, and how much. */
  static final String CUSTOMER_KEY = "stripe_customer_id";

  static final String VALUE_KEY = "value";

  private final StripeApi api;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  Meters(StripeApi api) {
    this.api = api;
  }

  Optional<String> find(String eventName) {
    String remembered = known.get(eventName);
    if (remembered != null) {
      return Optional.of(remembered);
    }
    Optional<String> found = ask(eventName);
    found.ifPresent(id -> known.put(eventName, id));
    return found;
  }

  String create(String displayName, String eventName, String key) {
    MeterCreateParams meter =
        MeterCreateParams.builder()
            .setDisplayName(displayName)
            .setEventName(eventName)
            .setDefaultAggregation(
                DefaultAggregation.builder().setFormula(DefaultAggregation.Formula.SUM).build())
            .setCustomerMapping(
                CustomerMapping.builder()
                    .setType(CustomerMapping.Type.BY_ID)
                    .setEventPayloadKey(CUSTOMER_KEY)
                    .build())
            .setValueSettings(ValueSettings.builder().setEventPayloadKey(VALUE_KEY).build())
            .build();
    return api.call(
            "make a meter",
            stripe -> stripe.v1().billing().meters().create(meter, StripeApi.keyed(key)))
        .getId();
  }

  private Optional<String> ask(String eventName) {
    MeterListParams active =
        MeterListParams.builder()
            .setStatus(MeterListParams.Status.ACTIVE)
            .setLimit(StripeApi.PAGE)
            .build();
    return api
        .call("list meters", stripe -> StripeApi.all(stripe.v1().billing().meters().list(active)))
        .stream()
        .filter(meter -> eventName.equals(meter.getEventName()))
        .map(Meter::getId)
        .findFirst();
  }
}
