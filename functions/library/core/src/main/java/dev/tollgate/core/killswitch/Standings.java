package dev.tollgate.core.killswitch;

import dev.tollgate.core.accounts.Standing;

/** Writes how accounts stand: each change is one transaction with its entry and its messages. */
public interface Standings {

  /**
   * Suspends who is in good standing. A cause that a person ends takes the place of one that a
   * payment ends, so that nobody pays their way out of it. Grounds that are a message are used up
   * even where the account was suspended already; those of a due action are not.
   */
  Suspension suspend(StandingChange change, Grounds grounds);

  /**
   * Ends exactly that suspension; false where the account stands differently by now.
   *
   * @param newCount whether complaints are counted from nought again
   */
  boolean restore(StandingChange change, Standing.Suspended ended, boolean newCount);

  /** How a suspension went. */
  enum Suspension {
    WRITTEN,
    /** The account is suspended already. */
    STANDS,
    /** What it rested on is not so, or no longer. */
    GROUNDLESS,
    /** The enrollment that it was decided on moved since: read again and decide again. */
    MOVED
  }
}
