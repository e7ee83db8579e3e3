package dev.tollgate.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.bench.cases.BenchCase;
import dev.tollgate.bench.cases.Expectation;
import dev.tollgate.bench.measure.ColdRounds;
import dev.tollgate.bench.measure.FirstAnswer;
import dev.tollgate.bench.measure.Mode;
import dev.tollgate.bench.measure.Samples;
import dev.tollgate.bench.measure.WarmRun;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final BenchCase BARE = named(BenchCase.BARE);
  private static final BenchCase HEALTH = named("health");

  private static BenchCase named(String name) {
    Expectation anything = new Expectation(List.of());
    return new BenchCase(name, Path.of("f.jar"), "a.B", "{}", false, true, anything);
  }

  /** The bare one takes 100 ms in every mode, the other twice that, and 12 ms restored. */
  private static ColdRounds cold() {
    Map<ColdRounds.Cell, List<FirstAnswer>> answers = new HashMap<>();
    for (Mode mode : Mode.values()) {
      long millis = mode == Mode.RESTORED ? 12 : 200;
      answers.put(new ColdRounds.Cell("bare", mode), List.of(took(100)));
      answers.put(new ColdRounds.Cell("health", mode), List.of(took(millis)));
    }
    return new ColdRounds(answers);
  }

  private static FirstAnswer took(long millis) {
    return new FirstAnswer(0, millis * 1_000_000, 90_000_000, 50 * 1024);
  }

  private static List<Samples> blocks(long... micros) {
    return Arrays.stream(micros).mapToObj(each -> new Samples(List.of(each * 1_000))).toList();
  }

  private static String tables() {
    WarmRun warm =
        new WarmRun(
            Map.of("bare", blocks(400, 100, 100, 100), "health", blocks(900, 300, 200, 300)),
            Map.of("bare", 64 * 1024L, "health", 128 * 1024L));
    Conditions conditions = new Conditions("a machine", true, 9, 4_000, 7);
    return new Report(conditions, List.of(BARE, HEALTH), List.of("docs"), cold(), warm).tables();
  }

  @Test
  void everyRatioStandsBesideItsGoal() {
    assertThat(tables())
        .contains("| bare | 100 | 100 | 100 | 1.00 | 1.00 | 90 | 50 |")
        .contains("| health | 200 | 200 | 200 | 2.00 (≤ 2.2) | 2.00 | 90 | 50 |")
        .contains("| health | 12.00 (≤ 15.0) | 12.00 | 12.00 |");
  }

  @Test
  void aMissedGoalIsInBold() {
    assertThat(tables())
        .contains("| health | 300 | 300 | **3.00** (not ≤ 1.4) | **1.50** (not ≤ 1.3) | 128 |");
  }

  @Test
  void theConditionsAndWhatIsMissingAreSaid() {
    assertThat(tables()).contains("seed 7").contains("one CPU").contains("Not built: docs.");
  }
}
