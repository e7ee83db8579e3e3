package dev.tollgate.editions;

import dev.tollgate.core.editions.KeyShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * What stands at one place of a file. Each question answers empty where the value is not of that
 * kind, having reported it; a value that is absent was reported before and stays silent.
 */
final class Value {
  private static final int LONGEST_TEXT = 500;

  private final String path;
  private final int line;
  private final @Nullable Node node;
  private final Problems problems;

  /**
   * @param path as written in the file, with dots between levels; empty for the whole file
   * @param line of its key, or of itself where it has none
   */
  Value(String path, int line, @Nullable Node node, Problems problems) {
    this.path = path;
    this.line = line;
    this.node = node;
    this.problems = problems;
  }

  String path() {
    return path;
  }

  int line() {
    return line;
  }

  @Nullable Node node() {
    return node;
  }

  Problems problems() {
    return problems;
  }

  Fields fields() {
    return new Fields(this);
  }

  /** In the order of the file; empty also where it is no list. */
  List<Value> items() {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream()
          .map(item -> new Value(path, item.getStartMark().getLine() + 1, item, problems))
          .toList();
    }
    if (node != null) {
      refuse("must be a list");
    }
    return List.of();
  }

  /** A list in which nothing stands twice. */
  <T> List<T> distinct(Function<Value, Optional<T>> read) {
    List<T> all = new ArrayList<>();
    for (Value item : items()) {
      Optional<T> each = read.apply(item);
      if (each.isPresent() && all.contains(each.get())) {
        item.refuse("stands in the list twice");
      }
      each.ifPresent(all::add);
    }
    return all;
  }

  /** Text of one line that is not mistaken for a number, a truth value or nothing. */
  Optional<String> text() {
    return scalarOf("text", Tag.STR)
        .filter(
            text ->
                check(
                    !text.isBlank()
                        && text.length() <= LONGEST_TEXT
                        && text.chars().noneMatch(Character::isISOControl),
                    "must be one line of 1 to " + LONGEST_TEXT + " characters"));
  }

  /** A name that the file gives to something. */
  Optional<String> key(String kind) {
    return text()
        .flatMap(
            text ->
                guarded(
                    () -> {
                      KeyShape.require(kind, text);
                      return text;
                    }));
  }

  /** One of the words, and nothing like it. */
  Optional<String> oneOf(Stream<String> words) {
    List<String> allowed = words.sorted().toList();
    return scalarOf("a word", Tag.STR)
        .filter(
            word ->
                check(
                    allowed.contains(word),
                    "'" + word + "' is none of " + String.join(", ", allowed)));
  }

  /** One of the constants, written in lower case. */
  <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
    return oneOf(Stream.of(type.getEnumConstants()).map(Value::spelled))
        .map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)));
  }

  private static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  Optional<Boolean> truth() {
    return scalarOf("true or false", Tag.BOOL)
        .filter(word -> check(word.equals("true") || word.equals("false"), "must be true or false"))
        .map(Boolean::valueOf);
  }

  /** The text of a scalar, of whatever kind, without any check. */
  Optional<String> scalar() {
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  /** The text of a scalar that YAML takes for the given kind. */
  Optional<String> scalarOf(String kind, Tag tag) {
    if (node == null) {
      return Optional.empty();
    }
    return check(node instanceof ScalarNode && node.getTag().equals(tag), "must be " + kind)
        ? scalar()
        : Optional.empty();
  }

  /** What the maker makes; where its own guard refuses, that is reported here. */
  <T> Optional<T> guarded(Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (IllegalArgumentException e) {
      refuse(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Reports the reason unless it holds, and says whether it does. */
  boolean check(boolean holds, String reason) {
    if (!holds) {
      refuse(reason);
    }
    return holds;
  }

  void refuse(String reason) {
    problems.add(line, path.isEmpty() ? reason : path + ": " + reason);
  }
}
