package dev.tollgate.local;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes parts in the reverse order of their opening, all of them, whatever one of them says. */
final class Closing implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    IllegalStateException failure = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) { // what AutoCloseable declares
        if (failure == null) {
          failure = new IllegalStateException("a part of the stack did not stop cleanly");
        }
        failure.addSuppressed(e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
