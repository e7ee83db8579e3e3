package dev.tollgate.local.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Who is working now, and how often work has begun; by which silence can be told from a pause. */
public final class Activity {
  private final AtomicLong begun = new AtomicLong();
  private final Map<String, Integer> running = new TreeMap<>();

  void begin(String function) {
    begun.incrementAndGet();
    synchronized (running) {
      running.merge(function, 1, Integer::sum);
    }
  }

  void end(String function) {
    synchronized (running) {
      running.computeIfPresent(function, (name, count) -> count == 1 ? null : count - 1);
    }
  }

  /** Grows with every invocation. */
  public long begun() {
    return begun.get();
  }

  public List<String> running() {
    synchronized (running) {
      return new ArrayList<>(running.keySet());
    }
  }
}
