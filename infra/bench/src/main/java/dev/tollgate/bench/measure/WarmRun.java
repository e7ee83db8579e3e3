package dev.tollgate.bench.measure;

import dev.tollgate.bench.cases.BenchCase;
import dev.tollgate.bench.runtime.Exchange;
import dev.tollgate.bench.runtime.LambdaProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One process for each case, all alive at once, each asked for blocks of 1,000 calls in turn. A
 * leak that grows with the calls shows in the later blocks, and not before some thousands.
 *
 * @param blocks by case, in order
 * @param peakKilobytes by case, at the end
 */
public record WarmRun(Map<String, List<Samples>> blocks, Map<String, Long> peakKilobytes) {
  private static final int BLOCK = 1_000;

  private record Running(BenchCase bench, LambdaProcess process, List<Samples> blocks) {
    void block() throws IOException {
      List<Long> nanos = new ArrayList<>(BLOCK);
      for (Exchange exchange : process.send(bench.event(), BLOCK)) {
        nanos.add(bench.expectation().check(bench.name(), exchange).nanos());
      }
      blocks.add(new Samples(nanos));
    }
  }

  public static WarmRun run(List<Subject> subjects, int calls, Random random) throws IOException {
    List<Running> all = new ArrayList<>();
    try {
      for (Subject subject : subjects) {
        LambdaProcess process = LambdaProcess.start(subject.managed());
        all.add(new Running(subject.bench(), process, new ArrayList<>()));
      }
      for (int called = BLOCK; called <= calls; called += BLOCK) {
        Collections.shuffle(all, random);
        for (Running each : all) {
          each.block();
        }
        System.out.printf("warm: %,d of %,d calls%n", called, calls);
      }
      return summary(all);
    } finally {
      for (Running each : all) {
        each.process().close();
      }
    }
  }

  private static WarmRun summary(List<Running> all) throws IOException {
    Map<String, List<Samples>> blocks = new HashMap<>();
    Map<String, Long> peaks = new HashMap<>();
    for (Running each : all) {
      blocks.put(each.bench().name(), List.copyOf(each.blocks()));
      peaks.put(each.bench().name(), each.process().footprint().peakKilobytes());
    }
    return new WarmRun(Map.copyOf(blocks), Map.copyOf(peaks));
  }

  /** The last block: warm beyond doubt. */
  public Samples last(String name) {
    return blocks.getOrDefault(name, List.of()).getLast();
  }

  /**
   * The last block's median over that of the third (calls 2,001 to 3,000, by when the compiler has
   * done its work).
   */
  public double growth(String name) {
    List<Samples> all = blocks.getOrDefault(name, List.of());
    return (double) all.getLast().median() / all.get(Math.min(2, all.size() - 1)).median();
  }
}
