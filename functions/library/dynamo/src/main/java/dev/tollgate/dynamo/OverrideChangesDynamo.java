package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.overrides.OverrideChanges;
import dev.tollgate.core.overrides.OverridesChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes overrides, and turns the subscription's version so that nobody decides on the old ones.
 */
final class OverrideChangesDynamo implements OverrideChanges {
  private static final int OVERRIDES = 0;
  private static final int ENROLLMENT = 1;

  private final Table table;
  private final Fences fences;

  OverrideChangesDynamo(Table table, Fences fences) {
    this.table = table;
    this.fences = fences;
  }

  @Override
  public Commit commit(OverridesChange change) {
    TenantId tenant = change.overrides().tenant();
    List<Action> actions = new ArrayList<>();
    actions.add(OverridesItem.replace(change.overrides()));
    actions.add(EnrollmentItem.turn(tenant, change.enrollmentVersion()));
    actions.addAll(fences.raise(tenant, change.enrollmentVersion() + 1, Map.of()));
    actions.add(AuditItem.put(change.entry()));
    actions.add(OutboxItem.put(change.message()));
    return switch (table.write(actions)) {
      case dev.tollgate.dynamo.Commit.Done _ -> Commit.WRITTEN;
      case dev.tollgate.dynamo.Commit.Refused refused
          when refused.at(OVERRIDES) || refused.at(ENROLLMENT) ->
          Commit.STALE;
      case dev.tollgate.dynamo.Commit.Refused refused ->
          throw new IllegalStateException("refused at " + refused.failed().keySet());
    };
  }
}
