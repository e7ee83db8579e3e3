package dev.tollgate.local;

import dev.tollgate.lambda.runtime.FunctionContext;
import dev.tollgate.local.console.Console;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;

/** Plants the seeds, one after the other. */
record Planting(List<Seed> seeds, Seed.Ground ground, Console console) {

  /** How many were planted. */
  int plant() {
    if (seeds.isEmpty()) {
      return 0;
    }
    long began = System.nanoTime();
    try (ApplicationContext beans = FunctionContext.start(ground.environment())) {
      for (Seed seed : seeds) {
        seed.plant(beans);
        console.ready(
            "seed", seed.getClass().getSimpleName(), Duration.ofNanos(System.nanoTime() - began));
      }
    }
    return seeds.size();
  }
}
