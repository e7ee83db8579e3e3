package dev.tollgate.dynamo;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps which addresses get no mail. */
final class SuppressionsDynamo implements Suppressions {
  private final Table table;

  SuppressionsDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Suppression> find(EmailAddress address) {
    return table.get(SuppressionItem.SuppressionKey.of(address)).map(SuppressionItem::read);
  }

  @Override
  public void suppress(EmailAddress address, Suppression suppression, Optional<Message> told) {
    List<Action> actions = new ArrayList<>();
    actions.add(SuppressionItem.put(address, suppression));
    told.map(OutboxItem::put).ifPresent(actions::add);
    table.writeAlways(actions);
  }

  @Override
  public boolean lift(EmailAddress address, AuditEntry entry) {
    return table.write(
            List.of(
                Action.delete(SuppressionItem.SuppressionKey.of(address)).ifPresent(),
                AuditItem.put(entry)))
        instanceof Commit.Done;
  }
}
