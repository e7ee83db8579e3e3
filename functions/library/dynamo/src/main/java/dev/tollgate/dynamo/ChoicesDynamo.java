package dev.tollgate.dynamo;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.quota.Choice;
import dev.tollgate.core.quota.Choices;
import java.util.List;

/** Keeps what tenants chose to go on with, an item for each meter. */
final class ChoicesDynamo implements Choices {
  private final Table table;

  ChoicesDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Choice of(TenantId tenant, Meter meter) {
    return table
        .get(new ChoiceItem.ChoiceKey(tenant, meter))
        .map(row -> ChoiceItem.read(meter, row))
        .orElseGet(() -> Choice.none(meter));
  }

  @Override
  public void keep(TenantId tenant, Choice choice, AuditEntry entry) {
    table.writeAlways(List.of(ChoiceItem.put(tenant, choice), AuditItem.put(entry)));
  }
}
