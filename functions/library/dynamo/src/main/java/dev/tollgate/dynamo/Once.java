package dev.tollgate.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes effects together with things that are written once ever: one transaction, and another one
 * without them where some were there already.
 */
final class Once {
  /** The most that one transaction takes. */
  private static final int MOST = 100;

  private final Table table;

  Once(Table table) {
    this.table = table;
  }

  /**
   * @param effects what must be written; the positions of a refusal are theirs
   * @param once each a put-if-absent, followed by what goes with it and is left out with it. No two
   *     may be of the same key.
   * @throws IllegalArgumentException where it is more than one transaction takes
   */
  Commit write(List<Action> effects, List<List<Action>> once) {
    List<List<Action>> left = once;
    while (true) {
      List<Action> actions =
          Stream.concat(effects.stream(), left.stream().flatMap(List::stream)).toList();
      if (actions.size() > MOST) {
        throw new IllegalArgumentException(actions.size() + " writes in one transaction");
      }
      if (actions.isEmpty() || !(table.write(actions) instanceof Commit.Refused refused)) {
        return new Commit.Done();
      }
      if (refused.failed().keySet().stream().anyMatch(position -> position < effects.size())) {
        return refused;
      }
      List<List<Action>> absent = absent(left, effects.size(), refused);
      if (absent.size() == left.size()) {
        throw new IllegalStateException("refused at " + refused.failed().keySet());
      }
      left = absent;
    }
  }

  /** Those whose first action was not refused. */
  private static List<List<Action>> absent(
      List<List<Action>> tried, int before, Commit.Refused refused) {
    List<List<Action>> absent = new ArrayList<>();
    int position = before;
    for (List<Action> group : tried) {
      if (!refused.at(position)) {
        absent.add(group);
      }
      position += group.size();
    }
    return absent;
  }
}
