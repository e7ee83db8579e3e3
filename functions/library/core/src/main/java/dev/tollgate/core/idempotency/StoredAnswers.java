package dev.tollgate.core.idempotency;

import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.SealedText;
import java.time.Instant;

/** Keeps answers by request. */
public interface StoredAnswers {

  /**
   * Takes the request for this call alone until the lease is over; a call that died leaves it to
   * the next one after that.
   *
   * @param body fingerprint of what was sent; another body under the same key is refused
   */
  Claim claim(RequestKey key, Fingerprint body, Instant now, Instant leaseEnds);

  void finish(RequestKey key, SealedText answer, Instant expiresAt);

  /** Forgets the request, after a failure that the client should try again. */
  void release(RequestKey key);

  /** What is known of a request. */
  sealed interface Claim {
    /** New, or left behind by a call that died: run it. */
    record Claimed() implements Claim {}

    /** Another call is running it now. */
    record InProgress() implements Claim {}

    /** The key was used with another body. */
    record OtherBody() implements Claim {}

    /** This is what it was answered. */
    record Answered(SealedText answer) implements Claim {}
  }
}
