package dev.tollgate.dynamo;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Profiles;
import dev.tollgate.core.identity.User;
import java.util.List;

/** Stores what people say about themselves. */
final class ProfilesDynamo implements Profiles {
  private final Table table;

  ProfilesDynamo(Table table) {
    this.table = table;
  }

  @Override
  public void rename(User renamed, AuditEntry entry) {
    table.writeAlways(List.of(UserItem.rename(renamed), AuditItem.put(entry)));
  }
}
