package dev.tollgate.dynamo;

import dev.tollgate.core.entitlements.Overrides;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items that every question about a tenant needs, so that one call brings them all. */
final class TenancyItems {
  private TenancyItems() {}

  /** With more items of whoever asks. */
  static List<Key> keysWith(TenantId tenant, Key... more) {
    List<Key> keys = new ArrayList<>(List.of(more));
    keys.add(new AccountItem.AccountKey(tenant));
    keys.add(new EnrollmentItem.EnrollmentKey(tenant));
    keys.add(new OverridesItem.OverridesKey(tenant));
    return keys;
  }

  /** Empty unless account and enrollment are there. */
  static Optional<Tenancy> read(TenantId tenant, Map<Key, Row> rows) {
    Optional<Row> account = Optional.ofNullable(rows.get(new AccountItem.AccountKey(tenant)));
    Optional<Row> enrollment =
        Optional.ofNullable(rows.get(new EnrollmentItem.EnrollmentKey(tenant)));
    Overrides overrides =
        Optional.ofNullable(rows.get(new OverridesItem.OverridesKey(tenant)))
            .map(row -> OverridesItem.read(tenant, row))
            .orElseGet(() -> Overrides.none(tenant));
    return account.flatMap(
        found ->
            enrollment.map(
                had -> new Tenancy(AccountItem.read(found), EnrollmentItem.read(had), overrides)));
  }
}
