package dev.tollgate.stripelocal.customers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.wire.Fields;
import dev.tollgate.stripelocal.wire.Params;
import java.util.Optional;

/** The fields of a customer, and how parameters change them. */
final class CustomerShape {
  static final String DEFAULT_METHOD_PARAM = "invoice_settings[default_payment_method]";
  private static final String[] ADDRESS = {
    "city", "country", "line1", "line2", "postal_code", "state"
  };

  private CustomerShape() {}

  static ObjectNode blank() {
    ObjectNode fields = Json.object().putNull("address").put("balance", 0);
    fields.putNull("currency").putNull("customer_account").putNull("default_source");
    fields.put("delinquent", false).putNull("description").putNull("discount").putNull("email");
    fields.putNull("invoice_prefix");
    fields.set(
        "invoice_settings",
        Json.object()
            .putNull("custom_fields")
            .putNull("default_payment_method")
            .putNull("footer")
            .putNull("rendering_options"));
    fields.putObject("metadata");
    fields.putNull("name").put("next_invoice_sequence", 1).putNull("phone");
    fields.putArray("preferred_locales");
    return fields.putNull("shipping").put("tax_exempt", "none").putNull("test_clock");
  }

  static void apply(ObjectNode customer, Params params) {
    Fields.changedTexts(customer, params, "description", "email", "name", "phone");
    // These two are absent until set.
    Fields.changedTexts(customer, params, "business_name", "individual_name");
    params.integer("balance").ifPresent(balance -> customer.put("balance", balance));
    params
        .integer("next_invoice_sequence")
        .ifPresent(next -> customer.put("next_invoice_sequence", next));
    params.text("tax_exempt").ifPresent(exempt -> customer.put("tax_exempt", exempt));
    if (params.has("address")) {
      customer.set("address", Fields.map(params, "address", ADDRESS));
    }
    if (params.has("shipping")) {
      customer.set("shipping", shipping(params));
    }
    if (params.has("preferred_locales")) {
      customer.set("preferred_locales", Fields.array(params.texts("preferred_locales")));
    }
    params
        .in("invoice_settings")
        .ifPresent(
            given -> invoiceSettings(customer.withObjectProperty("invoice_settings"), given));
  }

  static Optional<String> defaultMethod(Params params) {
    return params
        .in("invoice_settings")
        .flatMap(settings -> settings.text("default_payment_method"));
  }

  private static void invoiceSettings(ObjectNode settings, Params given) {
    Fields.changedTexts(settings, given, "default_payment_method", "footer");
    if (given.has("custom_fields")) {
      ArrayNode fields = Json.array();
      given
          .each("custom_fields")
          .forEach(
              field -> {
                ObjectNode entry = Json.object();
                Fields.texts(entry, field, "name", "value");
                fields.add(entry);
              });
      settings.set("custom_fields", fields.isEmpty() ? NullNode.instance : fields);
    }
    if (given.has("rendering_options")) {
      settings.set(
          "rendering_options",
          Fields.map(given, "rendering_options", "amount_tax_display", "template"));
    }
  }

  private static JsonNode shipping(Params params) {
    return params
        .in("shipping")
        .<JsonNode>map(
            given -> {
              ObjectNode shipping = Json.object();
              shipping.set("address", Fields.map(given, "address", ADDRESS));
              Fields.texts(shipping, given, "name", "phone");
              return shipping;
            })
        .orElse(NullNode.instance);
  }
}
