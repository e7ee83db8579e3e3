package dev.tollgate.dynamo;

import dev.tollgate.core.idempotency.RequestKey;
import dev.tollgate.core.idempotency.StoredAnswers;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.SealedText;
import java.time.Instant;
import java.util.List;

/** Keeps answers in the tenant's partition, or by themselves where there is no tenant yet. */
final class StoredAnswersDynamo implements StoredAnswers {
  private final Table table;

  StoredAnswersDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Claim claim(RequestKey key, Fingerprint body, Instant now, Instant leaseEnds) {
    AnswerItem.AnswerKey item = new AnswerItem.AnswerKey(key);
    return switch (table.write(List.of(AnswerItem.claim(item, body, now, leaseEnds)))) {
      case Commit.Done _ -> new Claim.Claimed();
      case Commit.Refused refused ->
          refused
              .item(0)
              .map(row -> AnswerItem.read(row, body))
              .orElseThrow(() -> new IllegalStateException("a refusal without its item"));
    };
  }

  @Override
  public void finish(RequestKey key, SealedText answer, Instant expiresAt) {
    table.writeAlways(List.of(AnswerItem.finish(new AnswerItem.AnswerKey(key), answer, expiresAt)));
  }

  @Override
  public void release(RequestKey key) {
    table.writeAlways(List.of(Action.delete(new AnswerItem.AnswerKey(key))));
  }
}
