package dev.tollgate.testkit.faults;

/** What happens to one call. */
public enum Fault {
  NONE,
  /** Another transaction holds an item: nothing was written, nothing was refused. */
  CONFLICT,
  /** The service asks to slow down: nothing was done. */
  THROTTLE,
  /** It was done, and the answer never came back; the SDK tries again by itself. */
  LOST_ANSWER,
  /** The process dies before the call goes out. */
  CRASH_BEFORE,
  /** The process dies when it was done, before anybody knew. */
  CRASH_AFTER
}
