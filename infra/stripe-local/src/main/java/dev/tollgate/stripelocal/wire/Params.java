package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Parsed parameters (query and body merged) by name: a tree of texts. In a form an array is a map
 * whose keys are numbers.
 */
public final class Params {
  private final ObjectNode tree;
  private final String within;

  private Params(ObjectNode tree, String within) {
    this.tree = tree;
    this.within = within;
  }

  public static Params of(ObjectNode tree) {
    return new Params(tree, "");
  }

  public static Params none() {
    return of(Json.object());
  }

  /** The tree itself, read only. */
  public ObjectNode tree() {
    return tree;
  }

  /** Whether it is given, even if empty. */
  public boolean has(String name) {
    return tree.has(name);
  }

  /** Whether it is given as the empty text, Stripe's "unset". */
  public boolean isUnset(String name) {
    JsonNode value = tree.get(name);
    return value != null && value.isTextual() && value.textValue().isEmpty();
  }

  /** Empty when absent or given as the empty text. */
  public Optional<String> text(String name) {
    JsonNode value = tree.get(name);
    return value == null || !value.isValueNode() || value.isNull() || value.asText().isEmpty()
        ? Optional.empty()
        : Optional.of(value.asText());
  }

  /** The text, or null: for fields that are null when not given. */
  public @Nullable String orNull(String name) {
    return text(name).orElse(null);
  }

  /** Else 400 {@code parameter_missing}. */
  public String require(String name) {
    return text(name)
        .orElseThrow(
            () ->
                StripeError.invalid(
                    "parameter_missing",
                    "Missing required param: " + path(name) + ".",
                    path(name)));
  }

  /** Else 400 {@code parameter_invalid_integer}. */
  public OptionalLong integer(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text.get()));
    } catch (NumberFormatException e) {
      throw StripeError.invalid(
          "parameter_invalid_integer", "Invalid integer: " + text.get(), path(name));
    }
  }

  public Optional<Boolean> flag(String name) {
    return text(name).map(Boolean::parseBoolean);
  }

  /** A nested map; empty when absent or unset. */
  public Optional<Params> in(String name) {
    return tree.get(name) instanceof ObjectNode nested
        ? Optional.of(new Params(nested, path(name)))
        : Optional.empty();
  }

  /** An array of maps, in order. */
  public List<Params> each(String name) {
    List<Params> elements = new ArrayList<>();
    elements(name)
        .forEach(
            (index, element) -> {
              if (element instanceof ObjectNode map) {
                elements.add(new Params(map, path(name) + "[" + index + "]"));
              }
            });
    return elements;
  }

  /** An array of scalars, in order. */
  public List<String> texts(String name) {
    return elements(name).values().stream()
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asText)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** A flat map such as {@code metadata}; an empty value asks for the key to be dropped. */
  public Map<String, String> map(String name) {
    Map<String, String> map = new LinkedHashMap<>();
    if (tree.get(name) instanceof ObjectNode nested) {
      // Sorted: the client's order is that of a hash map.
      for (String key : new TreeSet<>(nested.propertyStream().map(Map.Entry::getKey).toList())) {
        map.put(key, nested.path(key).asText());
      }
    }
    return map;
  }

  public Set<String> names() {
    return new TreeSet<>(tree.propertyStream().map(Map.Entry::getKey).toList());
  }

  /** The full name for errors: {@code items[0][price]}. */
  public String path(String name) {
    return within.isEmpty() ? name : within + "[" + name + "]";
  }

  private Map<String, JsonNode> elements(String name) {
    JsonNode value = tree.get(name);
    Map<String, JsonNode> elements = new LinkedHashMap<>();
    if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        elements.put(Integer.toString(i), array.get(i));
      }
    } else if (value instanceof ObjectNode map) {
      map.propertyStream()
          .sorted(Comparator.comparingInt(field -> index(field.getKey())))
          .forEach(field -> elements.put(field.getKey(), field.getValue()));
    }
    return elements;
  }

  private static int index(String key) {
    return key.matches("[0-9]{1,9}") ? Integer.parseInt(key) : Integer.MAX_VALUE;
  }
}
