package dev.tollgate.testkit.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same thing many times at once and collects what came of it. */
public final class Race {
  private Race() {}

  /** Each on a thread of its own; in the order of the contenders. */
  public static <T> List<T> run(List<? extends Callable<T>> contenders) {
    try (ExecutorService threads = Executors.newFixedThreadPool(contenders.size())) {
      List<Future<T>> running = new ArrayList<>();
      contenders.forEach(contender -> running.add(threads.submit(contender)));
      List<T> results = new ArrayList<>();
      for (Future<T> future : running) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a contender failed", e.getCause());
    }
  }
}
