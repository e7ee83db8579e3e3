package dev.tollgate.core.messages;

import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.UserId;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a flat map of texts; throws {@link IllegalArgumentException} where something is missing.
 */
record TextFields(Map<String, String> fields) {
  String text(String name) {
    return optional(name)
        .orElseThrow(() -> new IllegalArgumentException("a message without " + name));
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  long number(String name) {
    return Long.parseLong(text(name));
  }

  UserId user() {
    return new UserId(text("user_id"));
  }

  Money amount() {
    return new Money(number("amount"), text("currency"));
  }
}
