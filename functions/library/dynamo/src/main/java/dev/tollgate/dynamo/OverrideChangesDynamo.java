package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.overrides.OverrideChanges;
import dev.tollgate.core.overrides.OverridesChange;
import java.util.List;

/**
 * Writes overrides, and turns the subscription's version so that nobody decides on the old ones.
 */
final class OverrideChangesDynamo implements OverrideChanges {
  private static final int OVERRIDES = 0;
  private static final int ENROLLMENT = 1;

  private final Table table;

  OverrideChangesDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Commit commit(OverridesChange change) {
    TenantId tenant = change.overrides().tenant();
    return switch (table.write(
        List.of(
            OverridesItem.replace(change.overrides()),
            EnrollmentItem.turn(tenant, change.enrollmentVersion()),
            AuditItem.put(change.entry()),
            OutboxItem.put(change.message())))) {
      case dev.tollgate.dynamo.Commit.Done _ -> Commit.WRITTEN;
      case dev.tollgate.dynamo.Commit.Refused refused
          when refused.at(OVERRIDES) || refused.at(ENROLLMENT) ->
          Commit.STALE;
      case dev.tollgate.dynamo.Commit.Refused refused ->
          throw new IllegalStateException("refused at " + refused.failed().keySet());
    };
  }
}
