package dev.tollgate.client;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object, by kind. Whatever is missing or of another kind is {@link
 * Unreadable}; unknown members are ignored.
 */
record Fields(Map<String, @Nullable Object> values) {
  static Fields of(@Nullable Object json) {
    return new Fields(members(json, "the answer"));
  }

  String text(String name) {
    return optionalText(name).orElseThrow(() -> wrong(name));
  }

  Optional<String> optionalText(String name) {
    return switch (values.get(name)) {
      case null -> Optional.empty();
      case String text -> Optional.of(text);
      default -> throw wrong(name);
    };
  }

  boolean flag(String name) {
    if (values.get(name) instanceof Boolean flag) {
      return flag;
    }
    throw wrong(name);
  }

  /** Zero or more. */
  long count(String name) {
    if (values.get(name) instanceof Long count && count >= 0) {
      return count;
    }
    throw wrong(name);
  }

  /** Null means unlimited; a member that is not there does not. */
  Limit limit(String name) {
    if (!values.containsKey(name)) {
      throw wrong(name);
    }
    return values.get(name) == null ? new Limit.Unlimited() : new Limit.AtMost(count(name));
  }

  OptionalDouble optionalNumber(String name) {
    return switch (values.get(name)) {
      case null -> OptionalDouble.empty();
      case Long number -> OptionalDouble.of(number);
      case BigDecimal number -> OptionalDouble.of(number.doubleValue());
      default -> throw wrong(name);
    };
  }

  Instant time(String name) {
    return optionalTime(name).orElseThrow(() -> wrong(name));
  }

  Optional<Instant> optionalTime(String name) {
    try {
      return optionalText(name).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw wrong(name);
    }
  }

  Fields object(String name) {
    return new Fields(members(values.get(name), name));
  }

  Optional<Fields> optionalObject(String name) {
    return values.get(name) == null ? Optional.empty() : Optional.of(object(name));
  }

  /** In the answer's order. */
  <T> List<T> list(String name, Function<Fields, T> reading) {
    if (values.get(name) instanceof List<?> items) {
      return items.stream().map(item -> reading.apply(new Fields(members(item, name)))).toList();
    }
    throw wrong(name);
  }

  /** In the answer's order. */
  <T> Map<String, T> map(String name, Function<Fields, T> reading) {
    Map<String, T> all = new LinkedHashMap<>();
    Fields inside = object(name);
    inside.values.keySet().forEach(key -> all.put(key, reading.apply(inside.object(key))));
    return Collections.unmodifiableMap(all);
  }

  private static Map<String, @Nullable Object> members(@Nullable Object json, String name) {
    if (json instanceof Map<?, ?> members) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      members.forEach((key, value) -> copy.put(String.valueOf(key), value));
      return copy;
    }
    throw wrong(name);
  }

  private static Unreadable wrong(String name) {
    return new Unreadable("'" + name + "' is missing or of another kind");
  }
}
