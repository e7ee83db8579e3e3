package dev.tollgate.bench;

import dev.tollgate.bench.cases.BenchCase;
import dev.tollgate.bench.cases.Cases;
import dev.tollgate.bench.measure.ColdRounds;
import dev.tollgate.bench.measure.Subject;
import dev.tollgate.bench.measure.WarmRun;
import dev.tollgate.bench.report.Conditions;
import dev.tollgate.bench.report.Report;
import dev.tollgate.bench.runtime.OneCpu;
import dev.tollgate.bench.runtime.RuntimeClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Measures all cases and writes {@code target/bench.md}. Runs in this module's folder. */
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments) {
    int status = 1;
    try {
      measure();
      status = 0;
    } catch (IOException | InterruptedException | RuntimeException failure) {
      System.err.println("The bench was given up.");
      failure.printStackTrace(System.err);
    }
    // DynamoDB Local leaves a thread behind that would keep this process for minutes.
    System.exit(status);
  }

  private static void measure() throws IOException, InterruptedException {
    Options options = Options.fromSystemProperties();
    int cpus = Runtime.getRuntime().availableProcessors();
    OneCpu cpu = OneCpu.reserve();
    Random random = new Random(options.seed());
    Path target = Path.of("target").toAbsolutePath();
    try (Surroundings surroundings = Surroundings.start()) {
      Preparation preparation =
          new Preparation(
                  Path.of("../..").toAbsolutePath().normalize(),
                  RuntimeClient.in(target.resolve("runtime-client")),
                  target.resolve("bench"),
                  surroundings.environment(),
                  cpu)
              .emptied();
      List<Subject> subjects = new ArrayList<>();
      List<String> missing = new ArrayList<>();
      for (BenchCase bench : Cases.only(options.only())) {
        if (preparation.isBuilt(bench)) {
          subjects.add(preparation.prepare(bench));
        } else {
          missing.add(bench.name());
        }
      }
      Conditions conditions =
          Conditions.here(cpus, cpu.bound(), options.rounds(), options.calls(), options.seed());
      Report report =
          new Report(
              conditions,
              subjects.stream().map(Subject::bench).toList(),
              missing,
              ColdRounds.run(subjects, options.rounds(), random),
              WarmRun.run(subjects, options.calls(), random));
      System.out.println(report.tables());
      Files.writeString(target.resolve("bench.md"), report.tables() + report.blocks());
    }
  }
}
