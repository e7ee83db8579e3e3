package dev.tollgate.local.quiet;

import java.util.List;

/** A part of the stack that may have work left. */
public interface Worker {
  /**
   * What is left, in words for people; empty where nothing is.
   *
   * @param since as {@link System#nanoTime} tells it: what was written before it must be counted
   */
  List<String> unfinished(long since);
}
