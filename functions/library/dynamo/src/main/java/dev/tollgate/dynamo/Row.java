package dev.tollgate.dynamo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item as it is stored, read attribute by attribute. A missing required one is a bug of ours.
 */
record Row(Map<String, AttributeValue> attributes) {

  /** Always with milliseconds, so that texts sort as times do. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  static String write(Instant at) {
    return TIME.format(at);
  }

  String text(String name) {
    return optionalText(name)
        .orElseThrow(() -> new IllegalStateException("an item without " + name));
  }

  Optional<String> optionalText(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
  }

  int number(String name) {
    return (int) longNumber(name);
  }

  long longNumber(String name) {
    AttributeValue value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException("an item without " + name);
    }
    return Long.parseLong(value.n());
  }

  OptionalLong optionalNumber(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value.n()));
  }

  Instant instant(String name) {
    return Instant.parse(text(name));
  }

  Optional<Instant> optionalInstant(String name) {
    return optionalText(name).map(Instant::parse);
  }

  boolean flag(String name) {
    AttributeValue value = attributes.get(name);
    if (value == null || value.bool() == null) {
      throw new IllegalStateException("an item without " + name);
    }
    return value.bool();
  }

  Set<String> texts(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? Set.of() : Set.copyOf(value.ss());
  }

  /** As they were written. */
  List<String> list(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? List.of() : value.l().stream().map(AttributeValue::s).toList();
  }

  Optional<Row> nested(String name) {
    return Optional.ofNullable(attributes.get(name)).map(value -> new Row(value.m()));
  }

  Row required(String name) {
    return nested(name).orElseThrow(() -> new IllegalStateException("an item without " + name));
  }

  /** Collects what is to be stored; what is absent is left out. */
  static final class Writer {
    private final Map<String, AttributeValue> attributes;

    Writer(Key key) {
      this.attributes = new HashMap<>(key.attributes());
    }

    private Writer() {
      this.attributes = new HashMap<>();
    }

    static Writer nested() {
      return new Writer();
    }

    Writer text(String name, String value) {
      attributes.put(name, AttributeValue.fromS(value));
      return this;
    }

    Writer text(String name, Optional<String> value) {
      value.ifPresent(present -> text(name, present));
      return this;
    }

    Writer number(String name, long value) {
      attributes.put(name, AttributeValue.fromN(Long.toString(value)));
      return this;
    }

    Writer flag(String name, boolean value) {
      attributes.put(name, AttributeValue.fromBool(value));
      return this;
    }

    Writer instant(String name, Instant value) {
      return text(name, write(value));
    }

    Writer instant(String name, Optional<Instant> value) {
      return text(name, value.map(Row::write));
    }

    /** DynamoDB keeps no empty sets. */
    Writer texts(String name, Set<String> values) {
      if (!values.isEmpty()) {
        attributes.put(name, AttributeValue.fromSs(values.stream().sorted().toList()));
      }
      return this;
    }

    Writer list(String name, List<String> values) {
      attributes.put(
          name, AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
      return this;
    }

    Writer nested(String name, @Nullable Writer inner) {
      if (inner != null) {
        attributes.put(name, AttributeValue.fromM(inner.attributes));
      }
      return this;
    }

    Writer nested(String name, Optional<Writer> inner) {
      inner.ifPresent(present -> nested(name, present));
      return this;
    }

    /** When DynamoDB may delete the item, days late; readers look at the real end themselves. */
    Writer expires(Instant at) {
      return number("ttl", at.getEpochSecond());
    }

    Map<String, AttributeValue> attributes() {
      return Map.copyOf(attributes);
    }
  }
}
