package dev.tollgate.stripelocal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.wire.ApiDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An object against its schema: no unknown key, fitting types, nothing required missing. */
final class SchemaCheck {
  private final ApiDescription description;

  SchemaCheck(ApiDescription description) {
    this.description = description;
  }

  void check(JsonNode value, JsonNode reference, String at, List<String> faults) {
    JsonNode schema = description.resolved(reference);
    if (value.isNull() || schema.isMissingNode()) {
      return;
    }
    if (schema.has("anyOf")) {
      checkAny(value, schema, at, faults);
      return;
    }
    if (schema.has("enum") && !isOneOf(value, schema.path("enum"))) {
      faults.add(at + " is none of " + schema.path("enum"));
      return;
    }
    switch (schema.path("type").asText()) {
      case "object" -> checkObject(value, schema, at, faults);
      case "array" -> checkArray(value, schema, at, faults);
      case "integer" -> expect(value.isIntegralNumber(), "an integer", value, at, faults);
      case "number" -> expect(value.isNumber(), "a number", value, at, faults);
      case "boolean" -> expect(value.isBoolean(), "a boolean", value, at, faults);
      case "string" -> {
        // The client reads decimals from texts and numbers; Stripe sends sums of usage as numbers.
        boolean decimal = schema.path("format").asText().equals("decimal") && value.isNumber();
        expect(value.isTextual() || decimal, "a text", value, at, faults);
      }
      default -> {}
    }
  }

  private void checkAny(JsonNode value, JsonNode schema, String at, List<String> faults) {
    List<String> closest = List.of(at + " fits nothing");
    for (JsonNode alternative : schema.path("anyOf")) {
      List<String> own = new ArrayList<>();
      check(value, alternative, at, own);
      if (own.isEmpty()) {
        return;
      }
      if (value.isObject() == !alternative.path("type").asText().equals("string")) {
        closest = own;
      }
    }
    faults.addAll(closest);
  }

  private void checkObject(JsonNode value, JsonNode schema, String at, List<String> faults) {
    if (!(value instanceof ObjectNode object)) {
      faults.add(at + " should be an object, is " + value);
      return;
    }
    if (!schema.has("properties")) {
      return;
    }
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      JsonNode property = schema.path("properties").path(field.getKey());
      if (property.isMissingNode() && !field.getKey().equals("deleted")) {
        faults.add(at + "." + field.getKey() + " is unknown");
      } else {
        check(field.getValue(), property, at + "." + field.getKey(), faults);
      }
    }
    for (JsonNode required : schema.path("required")) {
      if (!object.has(required.asText())) {
        faults.add(at + "." + required.asText() + " is missing");
      }
    }
  }

  private void checkArray(JsonNode value, JsonNode schema, String at, List<String> faults) {
    expect(value.isArray(), "an array", value, at, faults);
    for (int i = 0; i < value.size(); i++) {
      check(value.get(i), schema.path("items"), at + "[" + i + "]", faults);
    }
  }

  private static void expect(
      boolean fits, String what, JsonNode value, String at, List<String> faults) {
    if (!fits) {
      faults.add(at + " should be " + what + ", is " + value);
    }
  }

  private static boolean isOneOf(JsonNode value, JsonNode names) {
    for (JsonNode name : names) {
      if (name.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
