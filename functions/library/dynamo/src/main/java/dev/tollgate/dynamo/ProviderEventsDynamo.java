package dev.tollgate.dynamo;

import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.ProviderEvents;
import dev.tollgate.core.billing.StoredEvent;
import dev.tollgate.core.billing.StoredEvent.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the payment provider's events and lists them day by day. */
final class ProviderEventsDynamo implements ProviderEvents {
  /** No event is older: it expires first, though it may be deleted days late. */
  private static final int OLDEST_DAYS = (int) EventItem.KEPT.toDays() + 5;

  /** The provider tries to deliver for three days, and a person replays within a day or two. */
  private static final int WATCHED_DAYS = 5;

  private final Table table;

  ProviderEventsDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Receipt store(ProviderEvent event, Instant now) {
    return switch (table.write(List.of(EventItem.receive(event, now)))) {
      case Commit.Done _ -> Receipt.NEW;
      case Commit.Refused refused ->
          switch (EventItem.status(refused.item(0).orElseThrow())) {
            case RECEIVED, FAILED -> Receipt.UNFINISHED;
            case APPLIED, IGNORED -> Receipt.APPLIED;
          };
    };
  }

  @Override
  public void ignored(ProviderEvent event, String why, Instant now) {
    // Refused where it was applied before, which stays as it is.
    Commit _ = table.write(List.of(EventItem.ignore(event, why, now)));
  }

  @Override
  public Optional<StoredEvent> find(String id) {
    return Key.isPlausible(id)
        ? table.get(new EventItem.EventKey(id)).map(EventItem::read)
        : Optional.empty();
  }

  /** A cursor that we did not give leads to an empty page. */
  @Override
  public Page list(int limit, Optional<String> cursor, Instant now) {
    Optional<EventPlace> place = cursor.flatMap(EventPlace::read);
    LocalDate today = EventItem.day(now);
    LocalDate first = place.map(EventPlace::day).orElse(today);
    if ((cursor.isPresent() && place.isEmpty()) || first.isAfter(today)) {
      return new Page(List.of(), Optional.empty());
    }
    List<Row> rows = new ArrayList<>();
    LocalDate oldest = today.minusDays(OLDEST_DAYS);
    for (LocalDate day = first;
        !day.isBefore(oldest) && rows.size() <= limit;
        day = day.minusDays(1)) {
      Search search =
          Search.due(EventItem.shard(day)).newestFirst().atMost(limit + 1 - rows.size());
      boolean goesOn = place.isPresent() && day.equals(first);
      rows.addAll(table.query(goesOn ? search.after(place.get().keys()) : search));
    }
    List<Row> page = rows.subList(0, Math.min(limit, rows.size()));
    return new Page(
        page.stream().map(EventItem::read).toList(),
        rows.size() > limit
            ? Optional.of(EventPlace.of(page.getLast()).cursor())
            : Optional.empty());
  }

  /** The oldest first. */
  @Override
  public List<StoredEvent> unfinished(Instant before, int limit) {
    List<StoredEvent> found = new ArrayList<>();
    LocalDate last = EventItem.day(before);
    for (LocalDate day = last.minusDays(WATCHED_DAYS);
        !day.isAfter(last) && found.size() < limit;
        day = day.plusDays(1)) {
      Search search =
          Search.dueBefore(EventItem.shard(day), before)
              .where("#status = :received")
              .with(":received", Status.RECEIVED.wireName())
              .atMost(limit - found.size());
      table.query(search).forEach(row -> found.add(EventItem.read(row)));
    }
    return found;
  }

  @Override
  public void failed(String id, String reason, Instant now) {
    // Refused where another delivery of it was applied, or where it is too old to be there.
    Commit _ = table.write(List.of(EventItem.fail(id, reason, now)));
  }

  @Override
  public boolean reopen(String id, Instant now) {
    return Key.isPlausible(id)
        && table.write(List.of(EventItem.reopen(id, now))) instanceof Commit.Done;
  }
}
