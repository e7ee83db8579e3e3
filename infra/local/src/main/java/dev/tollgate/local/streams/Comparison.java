package dev.tollgate.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** One alternative of a filter: a plain value, or an object with one operator. */
final class Comparison {
  private Comparison() {}

  static boolean isKnown(JsonNode alternative) {
    if (alternative.size() != 1) {
      return false;
    }
    return switch (operator(alternative).getKey()) {
      case "prefix", "suffix", "equals-ignore-case" -> operator(alternative).getValue().isTextual();
      case "exists" -> operator(alternative).getValue().isBoolean();
      case "anything-but" -> !operator(alternative).getValue().isObject();
      default -> false;
    };
  }

  static boolean matches(JsonNode alternative, JsonNode value) {
    if (!alternative.isObject()) {
      return alternative.equals(value);
    }
    JsonNode operand = operator(alternative).getValue();
    return switch (operator(alternative).getKey()) {
      case "prefix" -> value.isTextual() && value.asText().startsWith(operand.asText());
      case "suffix" -> value.isTextual() && value.asText().endsWith(operand.asText());
      case "equals-ignore-case" ->
          value.isTextual() && value.asText().equalsIgnoreCase(operand.asText());
      case "exists" -> operand.asBoolean() != value.isMissingNode();
      case "anything-but" -> !value.isMissingNode() && !isOneOf(operand, value);
      default -> false;
    };
  }

  private static boolean isOneOf(JsonNode operand, JsonNode value) {
    if (!operand.isArray()) {
      return operand.equals(value);
    }
    for (JsonNode one : operand) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static Map.Entry<String, JsonNode> operator(JsonNode alternative) {
    return alternative.properties().iterator().next();
  }
}
