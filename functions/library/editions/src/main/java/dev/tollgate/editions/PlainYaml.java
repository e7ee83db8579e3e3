package dev.tollgate.editions;

import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Turns text into a tree of nodes that remember their lines, and into nothing else: no object of
 * any type is ever constructed. Of YAML only one document of mappings, lists and scalars is taken.
 */
final class PlainYaml {
  /** Ten times the largest shipped file. */
  static final int MOST_CHARACTERS = 64 * 1024;

  private static final int DEEPEST = 12;

  private PlainYaml() {}

  /** Empty where the text is not such a tree; the problems then say why. */
  static Optional<Node> compose(String text, Problems problems) {
    if (text.length() > MOST_CHARACTERS) {
      problems.add(1, "larger than " + MOST_CHARACTERS + " characters");
      return Optional.empty();
    }
    int before = problems.count();
    try {
      Optional<Node> root = firstDocument(new PlainYamlCheck(parser(text), problems));
      if (root.isEmpty()) {
        problems.add(1, "the file is empty");
      }
      // With an alias in it a small tree may be endless to walk, so nobody gets to see it.
      return root.filter(_ -> problems.count() == before);
    } catch (MarkedYAMLException e) {
      problems.add(
          e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1,
          "not YAML: " + e.getProblem());
    } catch (ReaderException e) {
      problems.add(lineAt(text, e.getPosition()), "a character that no text may contain");
    } catch (YAMLException e) {
      problems.add(1, "not YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static Optional<Node> firstDocument(PlainYamlCheck checked) {
    Composer composer = new Composer(checked, new Resolver(), options());
    Optional<Node> first = Optional.empty();
    while (composer.checkNode()) {
      Node document = composer.getNode();
      first = first.or(() -> Optional.of(document));
    }
    return first;
  }

  private static ParserImpl parser(String text) {
    return new ParserImpl(new StreamReader(text), options());
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(DEEPEST);
    // The check refuses every tag; without this the composer would say so of some once more.
    options.setTagInspector(_ -> true);
    return options;
  }

  private static int lineAt(String text, int position) {
    return 1 + (int) text.codePoints().limit(position).filter(c -> c == '\n').count();
  }
}
