package dev.tollgate.dynamo;

import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.util.Map;
import java.util.Optional;

/** Reads people and accounts: one call each, however many items it takes. */
final class MembersDynamo implements Members {
  private final Table table;

  MembersDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Tenancy> findTenancy(TenantId tenant) {
    return TenancyItems.read(tenant, table.getAll(TenancyItems.keysWith(tenant)));
  }

  @Override
  public Optional<Member> find(TenantId tenant, UserId user) {
    Key userKey = new UserItem.UserKey(tenant, user);
    return member(tenant, userKey, table.getAll(TenancyItems.keysWith(tenant, userKey)));
  }

  @Override
  public Optional<Principal> find(TenantId tenant, UserId user, SessionId session) {
    Key userKey = new UserItem.UserKey(tenant, user);
    Key sessionKey = new SessionItem.SessionKey(tenant, user, session);
    Map<Key, Row> rows = table.getAll(TenancyItems.keysWith(tenant, userKey, sessionKey));
    return member(tenant, userKey, rows)
        .flatMap(
            member ->
                Optional.ofNullable(rows.get(sessionKey))
                    .map(row -> new Principal(member, SessionItem.read(row))));
  }

  private static Optional<Member> member(TenantId tenant, Key userKey, Map<Key, Row> rows) {
    return TenancyItems.read(tenant, rows)
        .flatMap(
            tenancy ->
                Optional.ofNullable(rows.get(userKey)).map(UserItem::read).map(tenancy::with));
  }
}
