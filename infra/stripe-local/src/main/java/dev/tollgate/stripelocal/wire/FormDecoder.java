package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tollgate.stripelocal.ledger.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stripe's forms: {@code a[b][c]=v}, {@code a[0][b]=v}, {@code a[]=v}; + is a blank. */
final class FormDecoder {
  private FormDecoder() {}

  /** A tree of texts; an array becomes a map whose keys are numbers. */
  static ObjectNode decode(String... encodedForms) {
    ObjectNode tree = Json.object();
    for (String form : encodedForms) {
      for (String pair : form.split("&", -1)) {
        if (!pair.isEmpty()) {
          put(tree, names(text(pair, true)), text(pair, false));
        }
      }
    }
    return tree;
  }

  /** Names and values as they are, for pages; what is badly encoded stays encoded. */
  static Map<String, String> flat(String... encodedForms) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String form : encodedForms) {
      for (String pair : form.split("&", -1)) {
        if (!pair.isEmpty()) {
          fields.put(asItIs(pair, true), asItIs(pair, false));
        }
      }
    }
    return fields;
  }

  private static String text(String pair, boolean name) {
    try {
      return URLDecoder.decode(encoded(pair, name), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw StripeError.invalid("Invalid request (check that your form is well encoded).", null);
    }
  }

  private static String asItIs(String pair, boolean name) {
    String encoded = encoded(pair, name);
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return encoded;
    }
  }

  private static String encoded(String pair, boolean name) {
    int equals = pair.indexOf('=');
    if (equals < 0) {
      return name ? pair : "";
    }
    return name ? pair.substring(0, equals) : pair.substring(equals + 1);
  }

  /** {@code a[b][]} is a, b and the empty name. */
  private static List<String> names(String key) {
    List<String> names = new ArrayList<>();
    int open = key.indexOf('[');
    if (open <= 0 || !key.endsWith("]")) {
      return List.of(key);
    }
    names.add(key.substring(0, open));
    for (String inner : key.substring(open + 1, key.length() - 1).split("]\\[", -1)) {
      names.add(inner);
    }
    return names;
  }

  private static void put(ObjectNode tree, List<String> names, String value) {
    ObjectNode node = tree;
    for (int i = 0; i < names.size() - 1; i++) {
      String name = names.get(i).isEmpty() ? slot(node, names.get(i + 1)) : names.get(i);
      JsonNode child = node.get(name);
      if (child == null) {
        node = node.putObject(name);
      } else if (child instanceof ObjectNode map) {
        node = map;
      } else {
        throw StripeError.invalid(
            "Invalid request: " + names.get(0) + " has two shapes.", names.get(0));
      }
    }
    String last = names.getLast();
    node.set(last.isEmpty() ? Integer.toString(node.size()) : last, TextNode.valueOf(value));
  }

  /** For {@code a[][b]}: the last element as long as it has no b yet, else a new one. */
  private static String slot(ObjectNode array, String next) {
    int last = array.size() - 1;
    boolean fits = last >= 0 && !array.path(Integer.toString(last)).has(next);
    return Integer.toString(fits ? last : last + 1);
  }
}
