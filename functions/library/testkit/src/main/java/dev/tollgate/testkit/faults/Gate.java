package dev.tollgate.testkit.faults;

import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Releases contenders together when all of them have read: a check followed by a write then fails
 * every time, where an ungated race would catch it now and then.
 */
public final class Gate {
  private static final long PATIENCE_SECONDS = 20;

  private final String operation;
  private final CyclicBarrier barrier;
  private final Set<Thread> through = ConcurrentHashMap.newKeySet();
  private volatile boolean open;

  private Gate(String operation, int contenders) {
    this.operation = operation;
    this.barrier = new CyclicBarrier(contenders, () -> open = true);
  }

  /**
   * Each contender is one thread, held once, after its first call of the operation. When all have
   * been released, nobody is held any more.
   */
  public static Gate after(String operation, int contenders) {
    return new Gate(operation, contenders);
  }

  void arrive(String called) {
    if (!open && called.equals(operation) && through.add(Thread.currentThread())) {
      try {
        barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (BrokenBarrierException | TimeoutException e) {
        throw new IllegalStateException("not all contenders reached the gate", e);
      }
    }
  }
}
