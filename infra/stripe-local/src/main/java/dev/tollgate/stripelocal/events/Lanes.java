package dev.tollgate.stripelocal.events;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** One virtual thread for each name: what is run under one name runs in order. */
final class Lanes implements AutoCloseable {
  private final Map<String, ExecutorService> lanes = new ConcurrentHashMap<>();

  void run(String name, Runnable task) {
    try {
      lanes.computeIfAbsent(name, Lanes::lane).execute(task);
    } catch (RejectedExecutionException e) {
      // Closing; what is queued is sent after the next start.
    }
  }

  private static ExecutorService lane(String name) {
    return Executors.newSingleThreadExecutor(
        Thread.ofVirtual().name("webhooks of " + name).factory());
  }

  @Override
  public void close() {
    lanes.values().forEach(ExecutorService::shutdownNow);
  }
}
