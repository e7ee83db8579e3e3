package dev.tollgate.core.editions;

import java.time.Duration;

/** What a person may do whose e-mail address is not verified yet. */
public sealed interface VerificationPolicy {
  /** Nothing: the first login comes after, and verifying logs the person in. */
  record VerifiedFirst() implements VerificationPolicy {}

  /**
   * Everything at first, then nothing but verify.
   *
   * @param length counted from sign-up
   */
  record Grace(Duration length) implements VerificationPolicy {
    public Grace {
      Lengths.requirePositive("grace", length);
    }
  }
}
