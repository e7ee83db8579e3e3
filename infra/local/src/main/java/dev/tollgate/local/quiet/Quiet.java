package dev.tollgate.local.quiet;

import dev.tollgate.local.functions.Activity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until nothing runs, nothing is queued and nothing is unread. A look at one part after the
 * other could miss work that moves from the second to the first, so a pass counts only when no
 * invocation has begun while it looked.
 */
public final class Quiet {
  public static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_PASSES = Duration.ofMillis(5);

  private final Activity activity;
  private final List<Worker> workers;

  public Quiet(Activity activity, List<Worker> workers) {
    this.activity = activity;
    this.workers = List.copyOf(workers);
  }

  /** Empty once all is quiet, else what was stuck when patience ran out. */
  public List<String> await(Duration patience) {
    long start = System.nanoTime();
    long giveUp = start + patience.toNanos();
    while (true) {
      List<String> left = pass(start);
      if (left.isEmpty() || Thread.currentThread().isInterrupted()) {
        return left;
      }
      if (System.nanoTime() > giveUp) {
        return left;
      }
      LockSupport.parkNanos(BETWEEN_PASSES.toNanos());
    }
  }

  private List<String> pass(long since) {
    long begun = activity.begun();
    List<String> left = new ArrayList<>();
    activity.running().forEach(name -> left.add("function " + name + " is running"));
    for (Worker worker : workers) {
      left.addAll(worker.unfinished(since));
    }
    if (left.isEmpty() && activity.begun() != begun) {
      left.add("work has just begun");
    }
    return left;
  }
}
