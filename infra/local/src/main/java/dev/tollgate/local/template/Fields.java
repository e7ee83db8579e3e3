package dev.tollgate.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Typed access to resolved properties; what is missing or of another kind is an error. */
record Fields(Map<?, ?> values, Place place) {
  String text(String name) {
    return optional(name).orElseThrow(() -> place.error(name + " is missing"));
  }

  Optional<String> optional(String name) {
    Object value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Map || value instanceof List) {
      throw place.error(name + " must be a text");
    }
    return Optional.of(value.toString());
  }

  String text(String name, String otherwise) {
    return optional(name).orElse(otherwise);
  }

  int number(String name, int otherwise) {
    try {
      return Integer.parseInt(text(name, Integer.toString(otherwise)));
    } catch (NumberFormatException e) {
      throw place.error(name + " must be a whole number");
    }
  }

  boolean truth(String name, boolean otherwise) {
    return Boolean.parseBoolean(text(name, Boolean.toString(otherwise)));
  }

  /** Empty where the name is absent. */
  Fields map(String name) {
    Object value = values.get(name);
    if (value == null) {
      return new Fields(Map.of(), place);
    }
    if (value instanceof Map<?, ?> map) {
      return new Fields(map, place);
    }
    throw place.error(name + " must be a mapping");
  }

  /** Empty where the name is absent. */
  List<Object> list(String name) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    throw place.error(name + " must be a list");
  }

  List<String> texts(String name) {
    return list(name).stream().map(Object::toString).toList();
  }

  Map<String, String> textMap() {
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
    return texts;
  }
}
