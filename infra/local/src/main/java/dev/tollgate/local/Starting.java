package dev.tollgate.local;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A part that starts on a thread of its own while others start; it is closed with its start. */
final class Starting<T> implements AutoCloseable {
  private final String name;
  private final FutureTask<T> task;

  private Starting(String name, FutureTask<T> task) {
    this.name = name;
    this.task = task;
  }

  /**
   * @param name of the part, in words for people
   */
  static <T> Starting<T> begin(String name, Callable<T> start) {
    FutureTask<T> task = new FutureTask<>(start);
    Thread.ofPlatform().name("start-" + name).daemon().start(task);
    return new Starting<>(name, task);
  }

  /** Blocks until it has started. */
  T await() {
    try {
      return task.get();
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new IllegalStateException(name + " did not start: " + cause.getMessage(), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the stack was starting", e);
    }
  }

  @Override
  public void close() {
    try {
      if (task.get() instanceof AutoCloseable part) {
        part.close();
      }
    } catch (ExecutionException _) {
      // It never started, of which whoever awaited it has been told.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) { // what AutoCloseable declares
      throw new IllegalStateException(name + " did not stop cleanly", e);
    }
  }
}
