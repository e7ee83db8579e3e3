package dev.tollgate.local.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tollgate.local.template.Place;
import java.util.Map;

/**
 * Lambda's event filter: an object names fields that must all match, a list names alternatives. Of
 * the comparisons it knows exact values, prefix, suffix, equals-ignore-case, anything-but, exists.
 */
final class FilterPattern {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode pattern;

  private FilterPattern(JsonNode pattern) {
    this.pattern = pattern;
  }

  /** Refuses what the local stack would have to guess about. */
  static FilterPattern parse(String text, Place place) {
    try {
      JsonNode pattern = JSON.readTree(text);
      check(pattern, place);
      return new FilterPattern(pattern);
    } catch (JsonProcessingException e) {
      throw place.error("a filter pattern is not JSON");
    }
  }

  boolean matches(JsonNode record) {
    return matches(pattern, record);
  }

  private static void check(JsonNode pattern, Place place) {
    if (pattern.isArray()) {
      for (JsonNode alternative : pattern) {
        if (alternative.isObject() && !Comparison.isKnown(alternative)) {
          throw place.error("the filter " + alternative + " is not known to the local stack");
        }
      }
    } else if (pattern.isObject()) {
      pattern.properties().forEach(field -> check(field.getValue(), place));
    } else {
      throw place.error("a filter pattern consists of objects and lists");
    }
  }

  private static boolean matches(JsonNode pattern, JsonNode value) {
    if (pattern.isObject()) {
      for (Map.Entry<String, JsonNode> field : pattern.properties()) {
        if (!matches(field.getValue(), value.path(field.getKey()))) {
          return false;
        }
      }
      return true;
    }
    for (JsonNode alternative : pattern) {
      if (Comparison.matches(alternative, value)) {
        return true;
      }
    }
    return false;
  }
}
