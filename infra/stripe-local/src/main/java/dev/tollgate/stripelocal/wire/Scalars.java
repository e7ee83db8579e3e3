package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Texts that stand for numbers, flags and names. */
final class Scalars {
  private Scalars() {}

  static void check(JsonNode schema, String text, String path) {
    StripeError first = null;
    for (JsonNode shape : Shape.of(schema)) {
      StripeError refusal = refusal(shape, text, path);
      if (refusal == null) {
        return;
      }
      // The alternative that only takes the empty text has nothing to tell about another one.
      if (first == null && !isUnset(shape)) {
        first = refusal;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /** What a schema takes, for messages. */
  static String name(JsonNode schema) {
    return Shape.of(schema).stream()
        .filter(shape -> !isUnset(shape))
        .map(shape -> shape.path("type").asText("value"))
        .findFirst()
        .orElse("value");
  }

  private static @Nullable StripeError refusal(JsonNode shape, String text, String path) {
    if (shape.has("enum")) {
      return notIn(shape.path("enum"), text, path);
    }
    return switch (shape.path("type").asText()) {
      case "integer" -> notInteger(text, path);
      case "boolean" ->
          text.equals("true") || text.equals("false")
              ? null
              : StripeError.invalid("Invalid boolean: " + text, path);
      case "string" -> notText(shape, text, path);
      case "object" -> StripeError.invalid("Invalid object", path);
      case "array" -> StripeError.invalid("Invalid array", path);
      default -> null;
    };
  }

  private static @Nullable StripeError notInteger(String text, String path) {
    try {
      Long.parseLong(text);
      return null;
    } catch (NumberFormatException e) {
      return StripeError.invalid("parameter_invalid_integer", "Invalid integer: " + text, path);
    }
  }

  private static @Nullable StripeError notText(JsonNode shape, String text, String path) {
    if (text.isEmpty()) {
      return StripeError.invalid(
          "parameter_invalid_empty",
          "You passed an empty string for '"
              + path
              + "'. We assume empty values are an attempt to unset a parameter; however '"
              + path
              + "' cannot be unset. You should remove '"
              + path
              + "' from your request or supply a non-empty value.",
          path);
    }
    if (shape.path("format").asText().equals("decimal")) {
      try {
        new BigDecimal(text);
      } catch (NumberFormatException e) {
        return StripeError.invalid("Invalid decimal: " + text, path);
      }
    }
    return null;
  }

  private static @Nullable StripeError notIn(JsonNode values, String text, String path) {
    List<String> names = new ArrayList<>();
    for (JsonNode value : values) {
      if (value.asText().equals(text)) {
        return null;
      }
      names.add(value.asText());
    }
    String last = names.removeLast();
    String choice = names.isEmpty() ? last : String.join(", ", names) + ", or " + last;
    return StripeError.invalid("Invalid " + path + ": must be one of " + choice, path);
  }

  private static boolean isUnset(JsonNode shape) {
    return shape.has("enum")
        && StreamSupport.stream(shape.path("enum").spliterator(), false)
            .allMatch(value -> value.asText().isEmpty());
  }
}
