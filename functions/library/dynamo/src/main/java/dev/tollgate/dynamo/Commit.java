package dev.tollgate.dynamo;

import java.util.Map;
import java.util.Optional;

/** How a transaction ended, when it is known how. */
sealed interface Commit {

  /** Everything is written. */
  record Done() implements Commit {}

  /**
   * Nothing is written, because conditions did not hold.
   *
   * @param failed by the position of the action, with the item that was there, if any
   */
  record Refused(Map<Integer, Optional<Row>> failed) implements Commit {
    boolean at(int position) {
      return failed.containsKey(position);
    }

    /** What was there instead; empty where nothing was, or the action was not refused. */
    Optional<Row> item(int position) {
      return failed.getOrDefault(position, Optional.empty());
    }
  }
}
