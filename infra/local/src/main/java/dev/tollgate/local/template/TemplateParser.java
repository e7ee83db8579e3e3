package dev.tollgate.local.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML with CloudFormation's tags, read into {@link Value}s. A key that stands twice is refused.
 */
final class TemplateParser {
  private static final Set<String> INTRINSICS =
      Set.of(
          "Ref",
          "GetAtt",
          "Sub",
          "Join",
          "If",
          "Equals",
          "And",
          "Or",
          "Not",
          "Select",
          "Split",
          "Condition");

  private final String file;
  private final Scalars scalars = new Scalars();

  private TemplateParser(String file) {
    this.file = file;
  }

  static Value.Mapping parse(Path path) {
    try {
      return parse(String.valueOf(path.getFileName()), Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Value.Mapping parse(String file, String yaml) {
    try {
      Node root = new Yaml().compose(new java.io.StringReader(yaml));
      if (root != null && new TemplateParser(file).value(root) instanceof Value.Mapping mapping) {
        return mapping;
      }
      throw new TemplateError(file + ": a template is a mapping");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new TemplateError(new Place(file, line) + ": " + e.getProblem());
    }
  }

  private Value value(Node node) {
    Place place = new Place(file, node.getStartMark().getLine() + 1);
    String tag = node.getTag().getValue();
    return tag.startsWith("!")
        ? intrinsic(tag.substring(1), untagged(node, place), place)
        : untagged(node, place);
  }

  private Value untagged(Node node, Place place) {
    return switch (node) {
      case ScalarNode scalar -> new Value.Scalar(scalars.read(scalar), place);
      case SequenceNode sequence ->
          new Value.Sequence(sequence.getValue().stream().map(this::value).toList(), place);
      case MappingNode mapping -> mapping(mapping, place);
      default -> throw place.error("anchors are not understood");
    };
  }

  private Value mapping(MappingNode node, Place place) {
    Map<String, Value> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      Place at = new Place(file, tuple.getKeyNode().getStartMark().getLine() + 1);
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw at.error("a key must be a name");
      }
      if (entries.putIfAbsent(key.getValue(), value(tuple.getValueNode())) != null) {
        throw at.error("the key " + key.getValue() + " stands twice");
      }
    }
    return longForm(entries, place);
  }

  private static Value longForm(Map<String, Value> entries, Place place) {
    if (entries.size() != 1) {
      return new Value.Mapping(entries, place);
    }
    Map.Entry<String, Value> only = entries.entrySet().iterator().next();
    boolean condition =
        only.getKey().equals("Condition") && only.getValue() instanceof Value.Scalar;
    if (only.getKey().equals("Ref") || condition) {
      return intrinsic(only.getKey(), only.getValue(), place);
    }
    return only.getKey().startsWith("Fn::")
        ? intrinsic(only.getKey().substring("Fn::".length()), only.getValue(), place)
        : new Value.Mapping(entries, place);
  }

  private static Value intrinsic(String name, Value argument, Place place) {
    if (!INTRINSICS.contains(name)) {
      throw place.error("the local stack does not know the function " + name);
    }
    if (name.equals("GetAtt") && argument instanceof Value.Scalar scalar) {
      String[] parts = scalar.text().split("\\.", 2);
      List<Value> split =
          List.of(parts).stream().<Value>map(part -> new Value.Scalar(part, place)).toList();
      return new Value.Intrinsic(name, new Value.Sequence(split, place), place);
    }
    return new Value.Intrinsic(name, argument, place);
  }

  /** YAML's own reading of plain scalars: numbers, booleans, nothing; a date stays text. */
  private static final class Scalars extends SafeConstructor {
    Scalars() {
      super(new LoaderOptions());
    }

    Object read(ScalarNode node) {
      boolean asText =
          node.getTag().equals(Tag.TIMESTAMP) || node.getTag().getValue().startsWith("!");
      return asText ? node.getValue() : constructObject(node);
    }
  }
}
