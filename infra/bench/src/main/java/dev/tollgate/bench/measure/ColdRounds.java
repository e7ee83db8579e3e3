package dev.tollgate.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;

/**
 * Rounds in which every case is started once in every mode, in an order shuffled anew, so that a
 * busy minute of the machine hits all alike.
 *
 * @param answers by case and mode
 */
public record ColdRounds(Map<Cell, List<FirstAnswer>> answers) {
  /** One case in one mode. */
  public record Cell(String name, Mode mode) {}

  private record Start(Subject subject, Mode mode) {}

  public static ColdRounds run(List<Subject> subjects, int rounds, Random random)
      throws IOException {
    List<Start> starts = new ArrayList<>();
    for (Subject subject : subjects) {
      for (Mode mode : Mode.values()) {
        starts.add(new Start(subject, mode));
      }
    }
    Map<Cell, List<FirstAnswer>> answers = new HashMap<>();
    for (int round = 1; round <= rounds; round++) {
      Collections.shuffle(starts, random);
      for (Start start : starts) {
        answers
            .computeIfAbsent(
                new Cell(start.subject().name(), start.mode()), cell -> new ArrayList<>())
            .add(start.subject().firstAnswer(start.mode()));
      }
      System.out.printf("cold and restored: round %d of %d%n", round, rounds);
    }
    return new ColdRounds(Map.copyOf(answers));
  }

  public Samples of(String name, Mode mode, ToLongFunction<FirstAnswer> figure) {
    List<FirstAnswer> all = answers.getOrDefault(new Cell(name, mode), List.of());
    return new Samples(all.stream().mapToLong(figure).boxed().toList());
  }
}
