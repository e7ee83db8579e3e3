package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When a tenant's levels should be compared with what they count. An item of its own, so that a
 * meter that moves does not touch the index.
 */
final class RecountItem {
  private static final int SHARDS = 8;

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
            .text("due_shard", shard(Math.floorMod(tenant.value().hashCode(), SHARDS)))
            .instant("due_at", at));
  }

  static List<String> shards() {
    return IntStream.range(0, SHARDS).mapToObj(RecountItem::shard).toList();
  }

  private static String shard(int number) {
    return "RECOUNT#" + number;
  }

  static TenantId tenant(Row row) {
    return new TenantId(row.text("tenant"));
  }
}
