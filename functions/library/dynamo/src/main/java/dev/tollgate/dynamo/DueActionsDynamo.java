package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.DueActions;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Keeps due actions in their tenants' partitions, and finds them by the due index. */
final class DueActionsDynamo implements DueActions {
  private final Table table;
  private final RandomGenerator random;

  DueActionsDynamo(Table table, RandomGenerator random) {
    this.table = table;
    this.random = random;
  }

  @Override
  public Page due(Instant now, int most, Optional<String> after) {
    DuePlace place = after.map(DuePlace::read).orElseGet(() -> DuePlace.first(now));
    List<Row> rows =
        table.query(
            Search.dueBefore(place.shard(), now.plusMillis(1)).after(place.last()).atMost(most));
    List<DueAction> known = rows.stream().flatMap(row -> DueItem.find(row).stream()).toList();
    Optional<DuePlace> next =
        rows.size() < most ? place.nextShard() : Optional.of(place.behind(rows.getLast()));
    return new Page(known, rows.size() - known.size(), next.map(DuePlace::write));
  }

  @Override
  public List<DueAction> due(TenantId tenant, Instant now) {
    return table.query(Key.tenant(tenant), DueItem.PREFIX).stream()
        .filter(row -> !row.text("due_shard").equals(DueItem.PARKED))
        .filter(row -> DueItem.find(row).filter(action -> !action.at().isAfter(now)).isPresent())
        .sorted(Comparator.comparing(DueItem::read, DueAction.IN_ORDER))
        .takeWhile(row -> !DueItem.isClaimed(row, now))
        .filter(row -> !row.instant("due_at").isAfter(now))
        .map(DueItem::read)
        .toList();
  }

  @Override
  public Optional<Claim> claim(DueAction action, Instant now, Instant leaseEnds) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    if (table.write(List.of(DueItem.claim(action, token, now, leaseEnds)))
        instanceof Commit.Refused) {
      return Optional.empty();
    }
    return table
        .get(DueItem.DueKey.of(action))
        .filter(row -> row.optionalText("claim").filter(token::equals).isPresent())
        .map(row -> new Claim(DueItem.read(row), token, row.number("tries")));
  }

  @Override
  public void drop(Claim claim) {
    Commit _ = table.write(List.of(DueItem.finish(claim)));
  }

  @Override
  public void postpone(Claim claim, Instant until) {
    Commit _ = table.write(List.of(DueItem.postpone(claim, until)));
  }

  @Override
  public void tryAgain(Claim claim, Instant at) {
    Commit _ = table.write(List.of(DueItem.tryAgain(claim, at)));
  }

  @Override
  public void park(Claim claim, String reason, Instant now) {
    Commit _ = table.write(List.of(DueItem.park(claim, reason, now)));
  }

  /** A cursor that we did not give leads to an empty page. */
  @Override
  public ParkedPage parked(int limit, Optional<String> cursor) {
    Optional<ParkedPlace> place = cursor.flatMap(Cursor::read).flatMap(ParkedPlace::read);
    if (cursor.isPresent() && place.isEmpty()) {
      return new ParkedPage(List.of(), Optional.empty());
    }
    Search search = Search.due(DueItem.PARKED).atMost(limit + 1);
    List<Parked> found =
        table.query(place.map(last -> search.after(last.attributes())).orElse(search)).stream()
            .map(DueItem::readParked)
            .toList();
    List<Parked> page = found.subList(0, Math.min(limit, found.size()));
    return new ParkedPage(
        page,
        found.size() > limit
            ? Optional.of(Cursor.write(ParkedPlace.of(page.getLast()).write()))
            : Optional.empty());
  }

  @Override
  public boolean retry(TenantId tenant, String key, Instant now) {
    return Key.isPlausible(key)
        && table.write(List.of(DueItem.retry(new DueItem.DueKey(tenant, key), now)))
            instanceof Commit.Done;
  }
}
