package dev.tollgate.dynamo;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.MailTopic;
import dev.tollgate.core.identity.Profiles;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.util.List;
import java.util.Map;

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

  @Override
  public void stop(TenantId tenant, UserId user, MailTopic topic, AuditEntry entry) {
    table.write(
        List.of(UserItem.stop(new UserItem.UserKey(tenant, user), topic), AuditItem.put(entry)));
  }

  @Override
  public void choose(
      TenantId tenant, UserId user, Map<MailTopic, Boolean> changed, AuditEntry entry) {
    table.writeAlways(
        List.of(
            UserItem.choose(new UserItem.UserKey(tenant, user), changed), AuditItem.put(entry)));
  }
}
