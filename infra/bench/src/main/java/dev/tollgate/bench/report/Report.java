package dev.tollgate.bench.report;

import dev.tollgate.bench.cases.BenchCase;
import dev.tollgate.bench.measure.ColdRounds;
import dev.tollgate.bench.measure.FirstAnswer;
import dev.tollgate.bench.measure.Mode;
import dev.tollgate.bench.measure.Samples;
import dev.tollgate.bench.measure.WarmRun;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * The tables.
 *
 * @param conditions of the run
 * @param cases that were measured, floors first
 * @param missing names of cases whose jar is not built
 * @param cold and restored starts
 * @param warm calls
 */
public record Report(
    Conditions conditions,
    List<BenchCase> cases,
    List<String> missing,
    ColdRounds cold,
    WarmRun warm) {
  private static final double MILLISECOND = 1e6;
  private static final double MICROSECOND = 1e3;
  private static final double MEGABYTE = 1024;

  /** Those of the README. */
  public String tables() {
    String absent = missing.isEmpty() ? "" : "\nNot built: " + String.join(", ", missing) + ".\n";
    return conditions.line()
        + "\n\nCold: process start to first answer, median ms\n\n"
        + coldTable()
        + "\nRestored: restore to first answer, ms\n\n"
        + restoredTable()
        + "\nWarm: one call, µs\n\n"
        + warmTable()
        + absent;
  }

  /** The warm run in full. */
  public String blocks() {
    StringBuilder text = new StringBuilder("\nWarm, p50 / p99 of each 1,000 calls, µs\n\n");
    for (BenchCase each : cases) {
      text.append("- ").append(each.name()).append(':');
      for (Samples block : warm.blocks().getOrDefault(each.name(), List.of())) {
        text.append(' ').append(figure(block.median() / MICROSECOND));
        text.append('/').append(figure(block.percentile(99) / MICROSECOND));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private String coldTable() {
    double bare = total(BenchCase.BARE, Mode.MANAGED);
    Table table =
        new Table("case", "managed", "flat", "AOT", "× bare", "× its floor, AOT", "CPU", "MB");
    for (BenchCase each : cases) {
      double cached = total(each.name(), Mode.CACHED);
      Goal goal = each.dynamo() ? Goal.COLD_WITH_DYNAMO : Goal.COLD;
      table.row(
          each.name(),
          figure(total(each.name(), Mode.MANAGED)),
          figure(total(each.name(), Mode.FLAT)),
          figure(cached),
          judged(each, goal, cached / bare),
          ratio(cached / total(each.floor(), Mode.CACHED)),
          figure(median(each.name(), Mode.CACHED, FirstAnswer::cpuNanos) / MILLISECOND),
          figure(median(each.name(), Mode.CACHED, FirstAnswer::peakKilobytes) / MEGABYTE));
    }
    return table.text();
  }

  private String restoredTable() {
    Table table = new Table("case", "median", "fastest", "slowest");
    for (BenchCase each : cases) {
      Samples restored = cold.of(each.name(), Mode.RESTORED, FirstAnswer::totalNanos);
      double median = restored.median() / MILLISECOND;
      table.row(
          each.name(),
          judged(each, Goal.RESTORED, median),
          ratio(restored.sorted().getFirst() / MILLISECOND),
          ratio(restored.sorted().getLast() / MILLISECOND));
    }
    return table.text();
  }

  private String warmTable() {
    Table table = new Table("case", "p50", "p99", "× its floor", "last ÷ third 1,000", "MB");
    for (BenchCase each : cases) {
      Samples last = warm.last(each.name());
      double slower = (double) last.median() / warm.last(each.floor()).median();
      table.row(
          each.name(),
          figure(last.median() / MICROSECOND),
          figure(last.percentile(99) / MICROSECOND),
          each.sameWork() ? judged(each, Goal.WARM, slower) : ratio(slower),
          judged(each, Goal.FLAT, warm.growth(each.name())),
          figure(warm.peakKilobytes().getOrDefault(each.name(), 0L) / MEGABYTE));
    }
    return table.text();
  }

  /** A floor has no goal: it is what the others are measured by. */
  private static String judged(BenchCase each, Goal goal, double figure) {
    return each.isFloor() ? ratio(figure) : goal.beside(figure);
  }

  private double total(String name, Mode mode) {
    return median(name, mode, FirstAnswer::totalNanos) / MILLISECOND;
  }

  private double median(String name, Mode mode, ToLongFunction<FirstAnswer> figure) {
    return cold.of(name, mode, figure).median();
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
