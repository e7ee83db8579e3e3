package dev.tollgate.editions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The entries of one mapping: each is asked for once, and what nobody asked for is refused. */
final class Fields {
  private final Value whole;
  private final int problemsBefore;
  private final boolean isMapping;
  private final SequencedMap<String, Value> unread = new LinkedHashMap<>();

  Fields(Value whole) {
    this.whole = whole;
    this.problemsBefore = whole.problems().count();
    this.isMapping = whole.node() instanceof MappingNode;
    if (whole.node() instanceof MappingNode mapping) {
      mapping.getValue().forEach(this::add);
    } else if (whole.node() != null) {
      whole.refuse("must be a mapping");
    }
  }

  private void add(NodeTuple entry) {
    Node key = entry.getKeyNode();
    int line = key.getStartMark().getLine() + 1;
    if (!(key instanceof ScalarNode scalar) || !key.getTag().equals(Tag.STR)) {
      whole.problems().add(line, "a key that is not plain text");
      return;
    }
    Value value =
        new Value(pathOf(scalar.getValue()), line, entry.getValueNode(), whole.problems());
    Value earlier = unread.putIfAbsent(scalar.getValue(), value);
    if (earlier != null) {
      value.refuse("given twice, first in line " + earlier.line());
    }
  }

  /** An absent value, reported as missing, where there is no such key. */
  Value at(String key) {
    Value value = unread.remove(key);
    if (value != null) {
      return value;
    }
    if (isMapping) {
      whole.problems().add(whole.line(), pathOf(key) + " is missing");
    }
    return new Value(pathOf(key), whole.line(), null, whole.problems());
  }

  /** Whatever the file names here, in its order. */
  SequencedMap<String, Value> named() {
    SequencedMap<String, Value> all = new LinkedHashMap<>(unread);
    unread.clear();
    return all;
  }

  /**
   * What the file must name here: exactly these.
   *
   * @param kind what a name stands for, to say what is unknown
   */
  List<Map.Entry<String, Value>> exactly(Iterable<String> names, String kind) {
    List<Map.Entry<String, Value>> found = new ArrayList<>();
    for (String name : names) {
      found.add(Map.entry(name, at(name)));
    }
    unread.values().forEach(value -> value.refuse("no such " + kind + " is declared"));
    unread.clear();
    return found;
  }

  /** Made only if nothing in here was reported; what its own guard refuses is reported too. */
  <T> Optional<T> build(Supplier<T> maker) {
    unread.values().forEach(value -> value.refuse("unknown key"));
    unread.clear();
    return isMapping && whole.problems().count() == problemsBefore
        ? whole.guarded(maker)
        : Optional.empty();
  }

  private String pathOf(String key) {
    return whole.path().isEmpty() ? key : whole.path() + "." + key;
  }
}
