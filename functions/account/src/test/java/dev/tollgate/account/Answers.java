package dev.tollgate.account;

import dev.tollgate.core.idempotency.RequestKey;
import dev.tollgate.core.idempotency.StoredAnswers;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.SealedText;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What was answered to whom, as it is kept. */
final class Answers implements StoredAnswers {
  final Map<RequestKey, SealedText> kept = new HashMap<>();
  private final Map<RequestKey, Fingerprint> bodies = new HashMap<>();

  @Override
  public Claim claim(RequestKey key, Fingerprint body, Instant now, Instant leaseEnds) {
    Fingerprint before = bodies.putIfAbsent(key, body);
    if (before == null) {
      return new Claim.Claimed();
    }
    SealedText answer = kept.get(key);
    return before.sameAs(body) && answer != null
        ? new Claim.Answered(answer)
        : new Claim.OtherBody();
  }

  @Override
  public void finish(RequestKey key, SealedText answer, Instant expiresAt) {
    kept.put(key, answer);
  }

  @Override
  public void release(RequestKey key) {
    bodies.remove(key);
  }
}
