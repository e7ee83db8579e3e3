package dev.tollgate.admin;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.DueActions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was given up, in memory. */
final class Shelved implements DueActions {
  final List<Parked> parked = new ArrayList<>();

  @Override
  public ParkedPage parked(int limit, Optional<String> cursor) {
    int from = cursor.map(Integer::parseInt).orElse(0);
    int to = Math.min(from + limit, parked.size());
    return new ParkedPage(
        parked.subList(from, to),
        to < parked.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
  }

  @Override
  public boolean retry(TenantId tenant, String key, Instant now) {
    return parked.removeIf(each -> each.tenant().equals(tenant) && each.key().equals(key));
  }

  @Override
  public Page due(Instant now, int most, Optional<String> after) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<DueAction> due(TenantId tenant, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Claim> claim(DueAction action, Instant now, Instant leaseEnds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void drop(Claim claim) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void postpone(Claim claim, Instant until) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void tryAgain(Claim claim, Instant at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void park(Claim claim, String reason, Instant now) {
    throw new UnsupportedOperationException();
  }
}
