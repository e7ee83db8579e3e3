package dev.tollgate.client;

import java.time.Duration;

/** Waits between two attempts. Tests put one in that only writes down for how long. */
@FunctionalInterface
public interface Pause {
  void pause(Duration length) throws InterruptedException;
}
