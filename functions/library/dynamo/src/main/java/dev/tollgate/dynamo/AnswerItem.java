package dev.tollgate.dynamo;

import dev.tollgate.core.idempotency.RequestKey;
import dev.tollgate.core.idempotency.StoredAnswers.Claim;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.SealedText;
import java.time.Instant;

/** What a request with an idempotency key was answered. */
final class AnswerItem {
  private AnswerItem() {}

  record AnswerKey(RequestKey request) implements Key {
    @Override
    public String partition() {
      return request.tenant().map(Key::tenant).orElseGet(this::sort);
    }

    @Override
    public String sort() {
      return "IDEMPOTENCY#" + request.fingerprint().value();
    }
  }

  static Action claim(AnswerKey key, Fingerprint body, Instant now, Instant leaseEnds) {
    return Action.put(
            new Row.Writer(key)
                .text("body", body.value())
                .instant("held_until", leaseEnds)
                .expires(leaseEnds))
        .when("attribute_not_exists(pk) OR held_until <= :now")
        .with(":now", now);
  }

  /** What the item that refused a claim says. */
  static Claim read(Row row, Fingerprint body) {
    if (!new Fingerprint(row.text("body")).sameAs(body)) {
      return new Claim.OtherBody();
    }
    return row.optionalText("answer")
        .<Claim>map(answer -> new Claim.Answered(new SealedText(answer)))
        .orElseGet(Claim.InProgress::new);
  }

  static Action finish(AnswerKey key, SealedText answer, Instant expiresAt) {
    return Action.update(key, "SET answer = :answer, held_until = :until, #ttl = :ttl")
        .with(":answer", answer.value())
        .with(":until", expiresAt)
        .with(":ttl", expiresAt.getEpochSecond());
  }
}
