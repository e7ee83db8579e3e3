package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads enrollments and who is whose customer. */
final class EnrollmentsDynamo implements Enrollments {
  private final Table table;

  EnrollmentsDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Enrollment> find(TenantId tenant) {
    return table.get(new EnrollmentItem.EnrollmentKey(tenant)).map(EnrollmentItem::read);
  }

  @Override
  public Map<String, TenantId> tenantsOf(Set<String> customers) {
    List<Key> keys =
        customers.stream()
            .filter(Key::isPlausible)
            .<Key>map(CustomerItem.CustomerKey::new)
            .toList();
    Map<String, TenantId> tenants = new HashMap<>();
    table
        .getAll(keys)
        .values()
        .forEach(row -> tenants.put(row.text("customer"), CustomerItem.tenant(row)));
    return tenants;
  }

  /** Asks every shard for as many as are wanted, since the oldest may all be in one. */
  @Override
  public List<TenantId> uncheckedSince(Instant before, int limit) {
    return ComparisonItem.SHARDS.all().stream()
        .flatMap(shard -> table.due(shard, before, limit).stream())
        .sorted(Comparator.comparing(row -> row.text("due_at")))
        .limit(limit)
        .map(ComparisonItem::tenant)
        .toList();
  }

  /** A cursor that we did not give leads to an empty page. */
  @Override
  public Customers customersFrom(Optional<String> cursor, int limit) {
    Optional<ComparisonPlace> place = cursor.flatMap(ComparisonPlace::read);
    if (cursor.isPresent() && place.isEmpty()) {
      return new Customers(List.of(), Optional.empty());
    }
    List<Row> rows = new ArrayList<>();
    List<String> shards = ComparisonItem.SHARDS.all();
    int first = place.map(last -> shards.indexOf(last.shard())).orElse(0);
    for (int shard = first; shard < shards.size() && rows.size() <= limit; shard++) {
      Search search = Search.due(shards.get(shard)).atMost(limit + 1 - rows.size());
      boolean goesOn = place.isPresent() && shard == first;
      rows.addAll(table.query(goesOn ? search.after(place.get().keys()) : search));
    }
    List<Row> page = rows.subList(0, Math.min(limit, rows.size()));
    return new Customers(
        page.stream().map(ComparisonItem::tenant).toList(),
        rows.size() > limit
            ? Optional.of(ComparisonPlace.of(page.getLast()).cursor())
            : Optional.empty());
  }

  @Override
  public void checked(TenantId tenant, Instant now) {
    // Refused where the tenant is no customer any more: there is nothing left to note.
    Commit _ = table.write(List.of(ComparisonItem.note(tenant, now)));
  }
}
