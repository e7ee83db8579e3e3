package dev.tollgate.lambda.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes from an event what must be there, or says what is missing. */
final class EventFields {
  private EventFields() {}

  static Map<?, ?> object(@Nullable Object json) {
    if (json instanceof Map<?, ?> fields) {
      return fields;
    }
    throw new UnknownEvent("an object was expected");
  }

  static Map<?, ?> object(Map<?, ?> fields, String name) {
    if (fields.get(name) instanceof Map<?, ?> nested) {
      return nested;
    }
    throw new UnknownEvent("no object " + name);
  }

  static String text(Map<?, ?> fields, String name) {
    if (fields.get(name) instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new UnknownEvent("no text " + name);
  }

  static long number(Map<?, ?> fields, String name) {
    try {
      return Long.parseLong(text(fields, name));
    } catch (NumberFormatException e) {
      throw new UnknownEvent("no number " + name);
    }
  }
}
