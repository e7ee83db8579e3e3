package dev.tollgate.webhooks;

import dev.tollgate.core.billing.EventQueue;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.ProviderEvents;
import dev.tollgate.core.billing.StoredEvent;
import dev.tollgate.core.billing.StoredEvent.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events and their queue in memory, each of which can be made to fail. It drops no copies. */
final class FakeEvents implements ProviderEvents, EventQueue {
  final Map<String, StoredEvent> stored = new LinkedHashMap<>();
  final List<ProviderEvent> queued = new ArrayList<>();
  Runnable beforeStore = () -> {};
  Runnable beforeSend = () -> {};
  Runnable beforeFailed = () -> {};
  int writes;

  synchronized Status status(String id) {
    return found(id).status();
  }

  synchronized String effect(String id) {
    return found(id).effect().orElse("");
  }

  private StoredEvent found(String id) {
    return find(id).orElseThrow(() -> new AssertionError("no event " + id));
  }

  /** Hands over what was queued and forgets it. */
  synchronized List<ProviderEvent> takeQueued() {
    List<ProviderEvent> taken = List.copyOf(queued);
    queued.clear();
    return taken;
  }

  @Override
  public synchronized Receipt store(ProviderEvent event, Instant now) {
    beforeStore.run();
    writes++;
    StoredEvent known = stored.get(event.id());
    if (known == null) {
      put(event, Status.RECEIVED, now, Optional.empty());
      return Receipt.NEW;
    }
    return known.status() == Status.APPLIED ? Receipt.APPLIED : Receipt.UNFINISHED;
  }

  @Override
  public synchronized void ignored(ProviderEvent event, String why, Instant now) {
    writes++;
    put(event, Status.IGNORED, now, Optional.of(why));
  }

  synchronized void applied(ProviderEvent event, String effect, Instant now) {
    put(event, Status.APPLIED, now, Optional.of(effect));
  }

  @Override
  public synchronized void failed(String id, String reason, Instant now) {
    beforeFailed.run();
    put(found(id).event(), Status.FAILED, now, Optional.of(reason));
  }

  @Override
  public synchronized boolean reopen(String id, Instant now) {
    find(id).ifPresent(known -> put(known.event(), Status.RECEIVED, now, Optional.empty()));
    return stored.containsKey(id);
  }

  private void put(ProviderEvent event, Status status, Instant now, Optional<String> effect) {
    Optional<Instant> finished = status == Status.RECEIVED ? Optional.empty() : Optional.of(now);
    stored.put(event.id(), new StoredEvent(event, status, now, finished, Optional.empty(), effect));
  }

  @Override
  public synchronized Optional<StoredEvent> find(String id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public Page list(int limit, Optional<String> cursor, Instant now) {
    throw new UnsupportedOperationException("nobody lists here");
  }

  @Override
  public synchronized List<StoredEvent> unfinished(Instant before, int limit) {
    return stored.values().stream()
        .filter(each -> each.status() == Status.RECEIVED && each.receivedAt().isBefore(before))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void send(ProviderEvent event) {
    beforeSend.run();
    queued.add(event);
  }

  @Override
  public synchronized void resend(ProviderEvent event, Instant asked) {
    send(event);
  }
}
