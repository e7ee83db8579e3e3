package dev.tollgate.dynamo;

import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.util.List;
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
    return tenancy(tenant, table.getAll(tenancyKeys(tenant)));
  }

  @Override
  public Optional<Member> find(TenantId tenant, UserId user) {
    Key userKey = new UserItem.UserKey(tenant, user);
    List<Key> tenancy = tenancyKeys(tenant);
    return member(
        tenant, userKey, table.getAll(List.of(userKey, tenancy.getFirst(), tenancy.getLast())));
  }

  @Override
  public Optional<Principal> find(TenantId tenant, UserId user, SessionId session) {
    Key userKey = new UserItem.UserKey(tenant, user);
    Key sessionKey = new SessionItem.SessionKey(tenant, user, session);
    List<Key> tenancy = tenancyKeys(tenant);
    Map<Key, Row> rows =
        table.getAll(List.of(userKey, sessionKey, tenancy.getFirst(), tenancy.getLast()));
    return member(tenant, userKey, rows)
        .flatMap(
            member ->
                Optional.ofNullable(rows.get(sessionKey))
                    .map(row -> new Principal(member, SessionItem.read(row))));
  }

  private static Optional<Member> member(TenantId tenant, Key userKey, Map<Key, Row> rows) {
    return tenancy(tenant, rows)
        .flatMap(
            tenancy ->
                Optional.ofNullable(rows.get(userKey)).map(UserItem::read).map(tenancy::with));
  }

  private static List<Key> tenancyKeys(TenantId tenant) {
    return List.of(new AccountItem.AccountKey(tenant), new EnrollmentItem.EnrollmentKey(tenant));
  }

  private static Optional<Tenancy> tenancy(TenantId tenant, Map<Key, Row> rows) {
    List<Key> keys = tenancyKeys(tenant);
    Optional<Row> account = Optional.ofNullable(rows.get(keys.getFirst()));
    Optional<Row> enrollment = Optional.ofNullable(rows.get(keys.getLast()));
    return account.flatMap(
        found ->
            enrollment.map(had -> new Tenancy(AccountItem.read(found), EnrollmentItem.read(had))));
  }
}
