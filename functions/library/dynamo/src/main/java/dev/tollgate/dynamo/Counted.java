package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.limits.Counter;
import dev.tollgate.core.limits.TooManyAttempts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes effects together with the attempts that led to them: one transaction, and another one only
 * where the assumption about a counter was wrong.
 */
final class Counted {
  /**
   * Each round somebody else's attempt was counted, so as many as fit into a window may pass us.
   */
  private static final int ROUNDS = 40;

  private final Table table;

  Counted(Table table) {
    this.table = table;
  }

  /** How it ended. */
  sealed interface Outcome {
    record Done() implements Outcome {}

    record TooMany(TooManyAttempts refusal) implements Outcome {}

    /**
     * @param effects positions among the effects, with what was there
     */
    record Refused(Map<Integer, Optional<Row>> effects) implements Outcome {}
  }

  Outcome write(List<Counter> assumed, List<Action> effects) {
    List<Counter> counters = assumed;
    for (int round = 0; round < ROUNDS; round++) {
      List<Action> actions = new ArrayList<>();
      counters.forEach(counter -> actions.add(AttemptItem.count(counter)));
      actions.addAll(effects);
      if (!(table.write(actions) instanceof Commit.Refused refused)) {
        return new Outcome.Done();
      }
      List<Counter> seen = seen(counters, refused);
      if (seen.equals(counters)) {
        return new Outcome.Refused(ofEffects(counters.size(), refused));
      }
      Optional<TooManyAttempts> over =
          seen.stream().flatMap(counter -> counter.refusal().stream()).findFirst();
      if (over.isPresent()) {
        return new Outcome.TooMany(over.get());
      }
      counters = seen;
    }
    throw new Unavailable("the counters of attempts kept moving");
  }

  /** The counters as the refusal shows them. */
  private static List<Counter> seen(List<Counter> assumed, Commit.Refused refused) {
    List<Counter> seen = new ArrayList<>();
    for (int i = 0; i < assumed.size(); i++) {
      seen.add(
          refused.at(i)
              ? new Counter(assumed.get(i).attempt(), refused.item(i).map(AttemptItem::read))
              : assumed.get(i));
    }
    return seen;
  }

  private static Map<Integer, Optional<Row>> ofEffects(int counters, Commit.Refused refused) {
    Map<Integer, Optional<Row>> effects = new HashMap<>();
    refused.failed().forEach((position, row) -> effects.put(position - counters, row));
    return effects;
  }
}
