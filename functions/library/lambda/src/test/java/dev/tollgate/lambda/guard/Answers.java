package dev.tollgate.lambda.guard;

import dev.tollgate.core.idempotency.RequestKey;
import dev.tollgate.core.idempotency.StoredAnswers;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.SealedText;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Answers by request, for one caller at a time. */
final class Answers implements StoredAnswers {
  final Map<RequestKey, SealedText> answers = new HashMap<>();

  @Override
  public Claim claim(RequestKey key, Fingerprint body, Instant now, Instant leaseEnds) {
    SealedText answer = answers.get(key);
    return answer == null ? new Claim.Claimed() : new Claim.Answered(answer);
  }

  @Override
  public void finish(RequestKey key, SealedText answer, Instant expiresAt) {
    answers.put(key, answer);
  }

  @Override
  public void release(RequestKey key) {}
}
