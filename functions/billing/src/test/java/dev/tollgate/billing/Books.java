package dev.tollgate.billing;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.idempotency.RequestKey;
import dev.tollgate.core.idempotency.StoredAnswers;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.SealedText;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.ledger.Ledger;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.quota.Meters;
import dev.tollgate.core.quota.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was used, paid and answered. A page's cursor is the place of its next entry. */
final class Books implements Meters, Ledger, StoredAnswers {
  final Map<Meter, Long> used = new HashMap<>();
  final List<LedgerEntry> entries = new ArrayList<>();
  int pages;
  private final Map<RequestKey, SealedText> answers = new HashMap<>();
  private final Map<RequestKey, Fingerprint> bodies = new HashMap<>();

  @Override
  public Map<Meter, Long> used(TenantId tenant, List<Slot> slots) {
    return used;
  }

  @Override
  public Page page(TenantId tenant, int limit, Optional<String> cursor) {
    pages++;
    int from = cursor.map(Integer::parseInt).orElse(0);
    int to = Math.min(entries.size(), from + limit);
    return new Page(
        entries.subList(from, to),
        to < entries.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
  }

  @Override
  public Claim claim(RequestKey key, Fingerprint body, Instant now, Instant leaseEnds) {
    Fingerprint before = bodies.putIfAbsent(key, body);
    if (before == null) {
      return new Claim.Claimed();
    }
    SealedText answer = answers.get(key);
    return before.sameAs(body) && answer != null
        ? new Claim.Answered(answer)
        : new Claim.OtherBody();
  }

  @Override
  public void finish(RequestKey key, SealedText answer, Instant expiresAt) {
    answers.put(key, answer);
  }

  @Override
  public void release(RequestKey key) {
    bodies.remove(key);
  }
}
