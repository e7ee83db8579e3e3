package dev.tollgate.dynamo;

import dev.tollgate.core.identity.PlatformOwners;
import dev.tollgate.core.identity.UserRef;
import java.util.List;

/** Reads who runs the deployment. */
final class PlatformOwnersDynamo implements PlatformOwners {
  private final Table table;

  PlatformOwnersDynamo(Table table) {
    this.table = table;
  }

  @Override
  public List<UserRef> all() {
    return table
        .query(PlatformOwnerItem.OwnerKey.PARTITION, PlatformOwnerItem.OwnerKey.PREFIX)
        .stream()
        .map(PlatformOwnerItem::read)
        .toList();
  }
}
