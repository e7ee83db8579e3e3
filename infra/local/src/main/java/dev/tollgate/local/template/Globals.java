package dev.tollgate.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SAM's rule for Globals: maps merge, lists are put in front, anything else is replaced. */
final class Globals {
  private Globals() {}

  static Value.Mapping merge(Value.Mapping globals, Value.Mapping own) {
    Map<String, Value> merged = new LinkedHashMap<>(globals.entries());
    own.entries().forEach((name, value) -> merged.merge(name, value, Globals::both));
    return new Value.Mapping(merged, own.place());
  }

  private static Value both(Value global, Value own) {
    if (global instanceof Value.Mapping first && own instanceof Value.Mapping second) {
      return merge(first, second);
    }
    if (global instanceof Value.Sequence first && own instanceof Value.Sequence second) {
      List<Value> items = new ArrayList<>(first.items());
      items.addAll(second.items());
      return new Value.Sequence(items, own.place());
    }
    return own;
  }
}
