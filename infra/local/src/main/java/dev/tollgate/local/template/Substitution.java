package dev.tollgate.local.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fn::Sub, in both forms: a text alone, or a text and a map of its own variables. */
final class Substitution {
  /** A {@code !} after the brace keeps the text as it is. */
  static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");

  private Substitution() {}

  static String of(Arguments arguments, Resolver resolver) {
    if (!arguments.isList()) {
      return fill(arguments.name(), Map.of(), arguments.place(), resolver);
    }
    if (!(arguments.at(1) instanceof Value.Mapping variables)) {
      throw arguments.place().error("Sub takes a map of variables");
    }
    Map<String, String> own = new LinkedHashMap<>();
    resolver.resolveMap(variables).forEach((name, value) -> own.put(name, value.toString()));
    return fill(arguments.text(0), own, arguments.place(), resolver);
  }

  private static String fill(String text, Map<String, String> own, Place place, Resolver resolver) {
    Matcher variable = VARIABLE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (variable.find()) {
      String name = variable.group(2).strip();
      String value =
          variable.group(1).isEmpty() ? value(name, own, place, resolver) : "${" + name + "}";
      variable.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return variable.appendTail(filled).toString();
  }

  private static String value(
      String name, Map<String, String> own, Place place, Resolver resolver) {
    String given = own.get(name);
    if (given != null) {
      return given;
    }
    int dot = name.indexOf('.');
    Object found =
        dot < 0
            ? resolver.reference(name, place)
            : resolver.attribute(name.substring(0, dot), name.substring(dot + 1), place);
    return String.valueOf(found);
  }
}
