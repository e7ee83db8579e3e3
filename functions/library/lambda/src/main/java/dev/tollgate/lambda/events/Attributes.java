package dev.tollgate.lambda.events;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB's way to write a value, an object with its type as the only name, as plain values. Bytes
 * stay what they are on the wire: base 64.
 */
final class Attributes {
  private Attributes() {}

  static Map<String, @Nullable Object> plain(Map<?, ?> attributes) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    attributes.forEach((name, attribute) -> values.put(String.valueOf(name), value(attribute)));
    return values;
  }

  private static @Nullable Object value(@Nullable Object attribute) {
    Map<?, ?> typed = EventFields.object(attribute);
    if (typed.size() != 1) {
      throw new UnknownEvent("an attribute has one type");
    }
    Map.Entry<?, ?> only = typed.entrySet().iterator().next();
    Object value = only.getValue();
    return switch (String.valueOf(only.getKey())) {
      case "S", "B" -> text(value);
      case "N" -> number(value);
      case "BOOL" -> value;
      case "NULL" -> null;
      case "M" -> plain(EventFields.object(value));
      case "L" -> list(value).stream().map(Attributes::value).toList();
      case "SS", "BS" -> list(value).stream().map(Attributes::text).toList();
      case "NS" -> list(value).stream().map(Attributes::number).toList();
      default -> throw new UnknownEvent("an attribute of no known type");
    };
  }

  private static String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new UnknownEvent("an attribute is not the text it should be");
  }

  private static BigDecimal number(@Nullable Object value) {
    try {
      return new BigDecimal(text(value));
    } catch (NumberFormatException e) {
      throw new UnknownEvent("an attribute is not the number it should be");
    }
  }

  private static List<@Nullable Object> list(@Nullable Object value) {
    if (value instanceof List<?> items) {
      return new ArrayList<>(items);
    }
    throw new UnknownEvent("an attribute is not the list it should be");
  }
}
