package dev.tollgate.core.identity;

import java.time.Instant;

/** Whether a person has proven that the mailbox is theirs. */
public sealed interface Verification {

  /** Not yet. Ends by the link of a mail, or by a password reset, which proves the same. */
  record Unverified() implements Verification {}

  /** For good. */
  record Verified(Instant at) implements Verification {}
}
