package dev.tollgate.admin;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.EndpointId;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.outgoing.Delivery;
import dev.tollgate.core.outgoing.Endpoint;
import dev.tollgate.core.outgoing.Endpoints;
import dev.tollgate.core.outgoing.WebhookDeliveries;
import dev.tollgate.core.outgoing.WebhookSender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Endpoints and their deliveries in memory, and a receiver that answers what it is told. */
final class Hooks implements Endpoints, WebhookDeliveries, WebhookSender {
  final Map<String, Endpoint> endpoints = new TreeMap<>();
  final List<AuditEntry> audit = new ArrayList<>();
  final List<Delivery> deliveries = new ArrayList<>();
  final List<Request> sent = new ArrayList<>();
  Outcome outcome = new Outcome.Accepted(200);

  /** Whether somebody else is faster the next time. */
  boolean contended;

  @Override
  public List<Endpoint> all() {
    return List.copyOf(endpoints.values());
  }

  @Override
  public Optional<Endpoint> find(EndpointId id) {
    return Optional.ofNullable(endpoints.get(id.value()));
  }

  @Override
  public boolean create(Endpoint endpoint, int most, AuditEntry entry) {
    if (endpoints.size() >= most) {
      return false;
    }
    endpoints.put(endpoint.id().value(), endpoint);
    audit.add(entry);
    return true;
  }

  @Override
  public boolean replace(Endpoint changed, Optional<AuditEntry> entry) {
    if (contended) {
      contended = false;
      return false;
    }
    Endpoint old = endpoints.get(changed.id().value());
    if (old == null || old.version() != changed.version() - 1) {
      return false;
    }
    endpoints.put(changed.id().value(), changed);
    entry.ifPresent(audit::add);
    return true;
  }

  @Override
  public boolean delete(EndpointId id, AuditEntry entry) {
    audit.add(entry);
    return endpoints.remove(id.value()) != null;
  }

  @Override
  public List<Delivery.Pending> create(List<Delivery.Pending> wanted) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean replace(Delivery changed) {
    deliveries.removeIf(each -> each.message().equals(changed.message()));
    return deliveries.add(changed);
  }

  @Override
  public List<Delivery.Pending> due(Instant before, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Delivery> find(EndpointId endpoint, MessageId message, Instant now) {
    return deliveries.stream()
        .filter(each -> each.endpoint().equals(endpoint) && each.message().equals(message))
        .findFirst();
  }

  @Override
  public Page list(EndpointId endpoint, int limit, Optional<String> cursor, Instant now) {
    int from = cursor.map(Integer::parseInt).orElse(0);
    int to = Math.min(deliveries.size(), from + limit);
    return new Page(
        deliveries.subList(from, to),
        to < deliveries.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
  }

  @Override
  public Outcome send(Request request) {
    sent.add(request);
    return outcome;
  }
}
