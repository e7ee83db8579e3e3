package dev.tollgate.stripelocal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Params;

/** {@code features} of a configuration: what a customer may do. */
final class Features {
  /**
   * Everything that the default configuration lets a customer do; prices of all products are
   * offered.
   */
  private static final String ALL =
      """
      {"customer_update": {"allowed_updates": ["email", "address", "phone"], "enabled": true},
       "invoice_history": {"enabled": true},
       "payment_method_update": {"enabled": true, "payment_method_configuration": null},
       "subscription_cancel": {"cancellation_reason": {"enabled": false, "options": ["too_expensive", "missing_features",
         "switched_service", "unused", "other"]}, "enabled": true, "mode": "at_period_end", "proration_behavior": "none"},
       "subscription_update": {"billing_cycle_anchor": null, "default_allowed_updates": ["price", "quantity"], "enabled": true,
         "products": null, "proration_behavior": "create_prorations", "schedule_at_period_end": {"conditions": []},
         "trial_update_behavior": "continue_trial"}}
      """;

  private static final String NONE =
      """
      {"customer_update": {"allowed_updates": [], "enabled": false},
       "invoice_history": {"enabled": false},
       "payment_method_update": {"enabled": false, "payment_method_configuration": null},
       "subscription_cancel": {"cancellation_reason": {"enabled": false, "options": []}, "enabled": false,
         "mode": "at_period_end", "proration_behavior": "none"},
       "subscription_update": {"billing_cycle_anchor": null, "default_allowed_updates": [], "enabled": false,
         "products": null, "proration_behavior": "none", "schedule_at_period_end": {"conditions": []},
         "trial_update_behavior": "continue_trial"}}
      """;

  private Features() {}

  static ObjectNode all() {
    return (ObjectNode) Json.read(ALL);
  }

  static ObjectNode none() {
    return (ObjectNode) Json.read(NONE);
  }

  /** Changes what is given, feature by feature. */
  static void apply(Work work, ObjectNode features, Params given) {
    for (String name : given.names()) {
      Params feature = given.in(name).orElse(Params.none());
      ObjectNode kept = (ObjectNode) features.path(name);
      feature.flag("enabled").ifPresent(enabled -> kept.put("enabled", enabled));
      for (String text :
          new String[] {
            "mode", "proration_behavior", "billing_cycle_anchor", "trial_update_behavior"
          }) {
        feature.text(text).ifPresent(value -> kept.put(text, value));
      }
      for (String list : new String[] {"allowed_updates", "default_allowed_updates"}) {
        if (feature.has(list)) {
          kept.set(list, array(feature, list));
        }
      }
      if (feature.has("products")) {
        kept.set("products", products(work, feature));
      }
      feature.in("cancellation_reason").ifPresent(reason -> reason(kept, reason));
    }
  }

  private static void reason(ObjectNode kept, Params given) {
    ObjectNode reason = kept.putObject("cancellation_reason");
    reason.put("enabled", given.flag("enabled").orElse(false));
    reason.set("options", array(given, "options"));
  }

  private static ArrayNode products(Work work, Params feature) {
    ArrayNode products = Json.array();
    for (Params given : feature.each("products")) {
      String id = given.require("product");
      work.get(Kind.PRODUCT, id, given.path("product"));
      given.texts("prices").forEach(price -> work.get(Kind.PRICE, price, given.path("prices")));
      ObjectNode product = products.addObject();
      Params seats = given.in("adjustable_quantity").orElse(Params.none());
      ObjectNode quantity = product.putObject("adjustable_quantity");
      quantity.put("enabled", seats.flag("enabled").orElse(false));
      seats
          .integer("maximum")
          .ifPresentOrElse(
              most -> quantity.put("maximum", most), () -> quantity.putNull("maximum"));
      quantity.put("minimum", seats.integer("minimum").orElse(1));
      product.set("prices", array(given, "prices"));
      product.put("product", id);
    }
    return products;
  }

  private static ArrayNode array(Params given, String name) {
    ArrayNode array = Json.array();
    given.texts(name).forEach(array::add);
    return array;
  }

  static boolean allows(ObjectNode configuration, String feature) {
    return configuration.path("features").path(feature).path("enabled").booleanValue();
  }

  /** Whether customers may change {@code price} or {@code quantity}. */
  static boolean allowsUpdateOf(ObjectNode configuration, String what) {
    JsonNode update = configuration.path("features").path("subscription_update");
    if (!update.path("enabled").booleanValue()) {
      return false;
    }
    for (JsonNode allowed : update.path("default_allowed_updates")) {
      if (allowed.asText().equals(what)) {
        return true;
      }
    }
    return false;
  }
}
