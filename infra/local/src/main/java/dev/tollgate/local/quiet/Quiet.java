package dev.tollgate.local.quiet;

import dev.tollgate.local.functions.Activity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until nothing runs, nothing is queued and nothing is unread. A look at one part after the
 * other could miss work that moves from the second to the first, so a pass counts only when no
 * invocation has begun while it looked. What an invocation wrote must be read after it has ended.
 */
public final class Quiet {
  public static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_PASSES = Duration.ofMillis(5);

  private final Activity activity;
  private final List<Worker> workers;

  /**
   * @param workers those that are quickest to ask first
   */
  public Quiet(Activity activity, List<Worker> workers) {
    this.activity = activity;
    this.workers = List.copyOf(workers);
  }

  /** Empty once all is quiet, else what was stuck when patience ran out. */
  public List<String> await(Duration patience) {
    long giveUp = System.nanoTime() + patience.toNanos();
    Pass pass = new Pass();
    while (true) {
      boolean last = System.nanoTime() > giveUp || Thread.currentThread().isInterrupted();
      List<String> left = pass.look(last);
      if (left.isEmpty() || last) {
        return left;
      }
      LockSupport.parkNanos(BETWEEN_PASSES.toNanos());
    }
  }

  /** One look after the other, and what the last ones saw. */
  private final class Pass {
    private long since = System.nanoTime();
    private long begunBefore = activity.begun();
    private boolean ranBefore;

    /**
     * @param all whether to name everything that is left; else the first of it will do, since
     *     asking the others takes time from whatever runs
     */
    List<String> look(boolean all) {
      long begun = activity.begun();
      List<String> left = new ArrayList<>();
      activity.running().forEach(name -> left.add("function " + name + " is running"));
      if (left.isEmpty() && (ranBefore || begun != begunBefore)) {
        since = System.nanoTime(); // what was written until now counts
      }
      ranBefore = !left.isEmpty();
      begunBefore = begun;
      for (Worker worker : workers) {
        if (all || left.isEmpty()) {
          left.addAll(worker.unfinished(since));
        }
      }
      if (left.isEmpty() && activity.begun() != begun) {
        left.add("work has just begun");
      }
      return left;
    }
  }
}
