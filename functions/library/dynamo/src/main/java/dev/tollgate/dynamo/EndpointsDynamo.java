package dev.tollgate.dynamo;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.EndpointId;
import dev.tollgate.core.outgoing.Endpoint;
import dev.tollgate.core.outgoing.Endpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the endpoints of outgoing webhooks, all in one partition. */
final class EndpointsDynamo implements Endpoints {
  private final Table table;

  EndpointsDynamo(Table table) {
    this.table = table;
  }

  @Override
  public List<Endpoint> all() {
    return table.query(EndpointItem.PARTITION, EndpointItem.PREFIX).stream()
        .map(EndpointItem::read)
        .toList();
  }

  @Override
  public Optional<Endpoint> find(EndpointId id) {
    return table.get(new EndpointItem.EndpointKey(id)).map(EndpointItem::read);
  }

  @Override
  public boolean create(Endpoint endpoint, int most, AuditEntry entry) {
    Commit commit =
        table.write(
            List.of(
                EndpointItem.countOneMore(most),
                EndpointItem.put(endpoint).ifAbsent(),
                AuditItem.put(entry)));
    return commit instanceof Commit.Done;
  }

  @Override
  public boolean replace(Endpoint changed, Optional<AuditEntry> entry) {
    List<Action> actions = new ArrayList<>();
    actions.add(EndpointItem.put(changed).ifVersionIs(changed.version() - 1));
    entry.map(AuditItem::put).ifPresent(actions::add);
    return table.write(actions) instanceof Commit.Done;
  }

  @Override
  public boolean delete(EndpointId id, AuditEntry entry) {
    Commit commit =
        table.write(
            List.of(
                EndpointItem.countOneLess(),
                Action.delete(new EndpointItem.EndpointKey(id)).ifPresent(),
                AuditItem.put(entry)));
    return commit instanceof Commit.Done;
  }
}
