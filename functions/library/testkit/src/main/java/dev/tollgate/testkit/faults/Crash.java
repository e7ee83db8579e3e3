package dev.tollgate.testkit.faults;

/** The process has died. An error and no exception, since no code of ours may live on from it. */
public final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash(String where) {
    super(where);
  }
}
