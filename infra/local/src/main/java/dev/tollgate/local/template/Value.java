package dev.tollgate.local.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of the template as written, before any reference is resolved. */
sealed interface Value {
  Place place();

  /**
   * @param value a String, Number, Boolean, or null
   */
  record Scalar(@Nullable Object value, Place place) implements Value {
    String text() {
      return String.valueOf(value);
    }
  }

  record Sequence(List<Value> items, Place place) implements Value {}

  /** In the order of the file. */
  record Mapping(Map<String, Value> entries, Place place) implements Value {
    Value required(String name) {
      Value value = entries.get(name);
      if (value == null) {
        throw place.error(name + " is missing");
      }
      return value;
    }
  }

  /**
   * An intrinsic function, in either spelling.
   *
   * @param name without {@code Fn::}
   */
  record Intrinsic(String name, Value argument, Place place) implements Value {}
}
