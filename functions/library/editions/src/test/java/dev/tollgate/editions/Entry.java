package dev.tollgate.editions;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * One "key: value" of a file, and copies of the file in which it alone is spoiled.
 *
 * @param line of the key, from 1
 * @param start where the key begins, in characters
 * @param end where the value ends, without the blanks and comments after it
 * @param flow whether it stands inside braces
 */
record Entry(String text, String path, int line, int start, int end, boolean flow) {
  static List<Entry> allOf(String text) {
    Node root =
        new Composer(
                new ParserImpl(new StreamReader(text), new LoaderOptions()),
                new Resolver(),
                new LoaderOptions())
            .getSingleNode();
    List<Entry> all = new ArrayList<>();
    collect(text, root, "", all);
    return all;
  }

  private static void collect(String text, Node node, String prefix, List<Entry> all) {
    if (node instanceof SequenceNode list) {
      list.getValue().forEach(item -> collect(text, item, prefix, all));
    }
    if (node instanceof MappingNode mapping) {
      boolean flow = text.charAt(mapping.getStartMark().getIndex()) == '{';
      for (NodeTuple tuple : mapping.getValue()) {
        Node key = tuple.getKeyNode();
        Node value = tuple.getValueNode();
        String path = prefix + ((ScalarNode) key).getValue();
        all.add(
            new Entry(
                text,
                path,
                key.getStartMark().getLine() + 1,
                key.getStartMark().getIndex(),
                lastOf(value),
                flow));
        collect(text, value, path + ".", all);
      }
    }
  }

  /** A block's own end mark lies behind the blank lines and comments that follow it. */
  private static int lastOf(Node node) {
    return switch (node) {
      case MappingNode mapping when isBlock(mapping) ->
          lastOf(mapping.getValue().getLast().getValueNode());
      case SequenceNode list when isBlock(list) -> lastOf(list.getValue().getLast());
      case Node other -> other.getEndMark().getIndex();
    };
  }

  private static boolean isBlock(CollectionNode<?> node) {
    return node.getFlowStyle() == DumperOptions.FlowStyle.BLOCK;
  }

  String removed() {
    int from = start;
    int to = end;
    if (flow && text.startsWith(", ", to)) {
      to += 2;
    } else if (flow && text.startsWith(", ", from - 2)) {
      from -= 2;
    }
    return text.substring(0, from) + text.substring(to);
  }

  String renamed(String other) {
    return text.substring(0, start) + other + text.substring(text.indexOf(':', start));
  }

  String repeated() {
    String own = text.substring(start, end);
    String indent = " ".repeat(start - text.lastIndexOf('\n', start) - 1);
    return flow
        ? text.substring(0, end) + ", " + own + text.substring(end)
        : text.substring(0, start) + own + "\n" + indent + text.substring(start);
  }

  String valued(String other) {
    return text.substring(0, start)
        + text.substring(start, text.indexOf(':', start))
        + ": "
        + other
        + text.substring(end);
  }
}
