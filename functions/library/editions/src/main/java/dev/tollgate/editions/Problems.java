package dev.tollgate.editions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that was found wrong with one file so far. Not for use by more than one thread. */
final class Problems {
  private record Problem(int line, String reason) {}

  private final String fileName;
  private final List<Problem> found = new ArrayList<>();

  Problems(String fileName) {
    this.fileName = fileName;
  }

  /**
   * @param line counted from 1
   */
  void add(int line, String reason) {
    found.add(new Problem(line, reason));
  }

  int count() {
    return found.size();
  }

  EditionRefused refusal() {
    return new EditionRefused(
        found.stream()
            .sorted(Comparator.comparingInt(Problem::line))
            .map(problem -> fileName + ":" + problem.line() + ": " + problem.reason())
            .toList());
  }
}
