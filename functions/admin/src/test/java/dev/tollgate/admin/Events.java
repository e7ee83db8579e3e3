package dev.tollgate.admin;

import dev.tollgate.core.billing.EventQueue;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.ProviderEvents;
import dev.tollgate.core.billing.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Events of the provider, newest first, and those that were sent again. */
final class Events implements ProviderEvents, EventQueue {
  static final Instant AT = Instant.parse("2026-04-01T00:00:00Z");

  final List<StoredEvent> stored = new ArrayList<>();
  final List<String> queued = new ArrayList<>();
  int pages;

  void add(String id, StoredEvent.Status status) {
    stored.add(
        new StoredEvent(
            new ProviderEvent(id, "invoice.paid", AT, "in_1", Optional.of("cus_1")),
            status,
            AT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  @Override
  public Receipt store(ProviderEvent event, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void ignored(ProviderEvent event, String why, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<StoredEvent> find(String id) {
    return stored.stream().filter(each -> each.event().id().equals(id)).findFirst();
  }

  @Override
  public Page list(int limit, Optional<String> cursor, Instant now) {
    pages++;
    int from = cursor.map(Integer::parseInt).orElse(0);
    int to = Math.min(stored.size(), from + limit);
    return new Page(
        stored.subList(from, to),
        to < stored.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
  }

  @Override
  public List<StoredEvent> unfinished(Instant before, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void failed(String id, String reason, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean reopen(String id, Instant now) {
    Optional<StoredEvent> found = find(id);
    found.ifPresent(
        old -> {
          stored.remove(old);
          add(id, StoredEvent.Status.RECEIVED);
        });
    return found.isPresent();
  }

  @Override
  public void send(ProviderEvent event) {
    queued.add(event.id());
  }

  @Override
  public void resend(ProviderEvent event, Instant asked) {
    queued.add(event.id());
  }
}
