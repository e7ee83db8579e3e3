package dev.tollgate.local;

import dev.tollgate.local.console.Console;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Plants the seeds while the functions load: both wait for the processor, not for each other. */
final class Planting implements AutoCloseable {
  private final ExecutorService thread;
  private final Future<?> planted;

  private Planting(ExecutorService thread, Future<?> planted) {
    this.thread = thread;
    this.planted = planted;
  }

  static Planting begin(List<Seed> seeds, Seed.Ground ground, Console console) {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    return new Planting(thread, thread.submit(() -> plant(seeds, ground, console)));
  }

  private static void plant(List<Seed> seeds, Seed.Ground ground, Console console) {
    for (Seed seed : seeds) {
      long began = System.nanoTime();
      seed.plant(ground);
      console.ready(
          "seed", seed.getClass().getSimpleName(), Duration.ofNanos(System.nanoTime() - began));
    }
  }

  void await() {
    try {
      planted.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a seed could not be planted", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while seeds were planted", e);
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
