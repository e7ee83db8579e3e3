package dev.tollgate.bench.measure;

import dev.tollgate.bench.cases.BenchCase;
import dev.tollgate.bench.runtime.AotCache;
import dev.tollgate.bench.runtime.Exchange;
import dev.tollgate.bench.runtime.Footprint;
import dev.tollgate.bench.runtime.LambdaProcess;
import dev.tollgate.bench.runtime.Launch;
import dev.tollgate.bench.runtime.Layout;
import java.io.IOException;

/**
 * A case, ready to be started in every mode.
 *
 * @param bench what to ask and what to expect
 * @param managed how it is started on Lambda
 * @param cache trained with the same event, from the same jar, in this run
 */
public record Subject(BenchCase bench, Launch managed, AotCache cache) {
  public String name() {
    return bench.name();
  }

  /** Starts a process, measures its first answer, ends it. */
  public FirstAnswer firstAnswer(Mode mode) throws IOException {
    try (LambdaProcess process = LambdaProcess.start(launch(mode))) {
      long startedAt = process.startedAt();
      if (mode == Mode.RESTORED) {
        process.awaitCheckpoint();
        startedAt = process.restore();
      }
      long readyAt = process.awaitReady();
      Exchange first = bench.expectation().check(name(), process.send(bench.event()));
      Footprint footprint = process.footprint();
      return new FirstAnswer(
          readyAt - startedAt,
          first.answeredAt() - startedAt,
          footprint.cpuNanos(),
          footprint.peakKilobytes());
    }
  }

  private Launch launch(Mode mode) {
    Launch flat = managed.as(Layout.FLAT);
    return switch (mode) {
      case MANAGED -> managed;
      case FLAT -> flat;
      case CACHED -> cache.used(flat);
      case RESTORED -> managed.withSnapshot();
    };
  }
}
