package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;

/**
 * When a tenant's levels should be compared with what they count. An item of its own, so that a
 * meter that moves does not touch the index.
 */
final class RecountItem {
  static final Shards SHARDS = new Shards("RECOUNT#", 8);

  private RecountItem() {}

  record RecountKey(TenantId tenant) implements Key {
    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return "RECOUNT";
    }
  }

  static Action next(TenantId tenant, Instant at) {
    return Action.put(
        new Row.Writer(new RecountKey(tenant))
            .text("tenant", tenant.value())
            .text("due_shard", SHARDS.of(tenant.value()))
            .instant("due_at", at));
  }

  static TenantId tenant(Row row) {
    return new TenantId(row.text("tenant"));
  }
}
