package dev.tollgate.core.messages;

import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

  /** Those whose names start so, without that start. */
  Map<String, String> startingWith(String start) {
    return fields.entrySet().stream()
        .filter(field -> field.getKey().startsWith(start))
        .collect(
            Collectors.toUnmodifiableMap(
                field -> field.getKey().substring(start.length()), Map.Entry::getValue));
  }

  Instant time(String name) {
    return Instant.parse(text(name));
  }

  UserId user() {
    return new UserId(text("user_id"));
  }

  Money amount() {
    return new Money(number("amount"), text("currency"));
  }
}
