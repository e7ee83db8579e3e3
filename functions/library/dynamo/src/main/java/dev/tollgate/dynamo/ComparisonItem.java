package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;

/**
 * When a tenant that is a customer was last compared with the payment provider. An item of its own,
 * so that a comparison does not touch what every guard reads, and a change of the enrollment does
 * not touch the index.
 */
final class ComparisonItem {
  static final Shards SHARDS = new Shards("COMPARE#", 8);

  private ComparisonItem() {}

  record ComparisonKey(TenantId tenant) implements Key {
    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return "COMPARISON";
    }
  }

  /** A new customer was never compared, so it comes first; where this began earlier, it stays. */
  static Action begin(TenantId tenant) {
    return Action.update(
            new ComparisonKey(tenant),
            "SET tenant = :tenant, due_shard = :shard, due_at = if_not_exists(due_at, :never)")
        .with(":tenant", tenant.value())
        .with(":shard", SHARDS.of(tenant.value()))
        .with(":never", Instant.EPOCH);
  }

  static Action note(TenantId tenant, Instant now) {
    return Action.update(new ComparisonKey(tenant), "SET due_at = :now")
        .ifPresent()
        .with(":now", now);
  }

  /** The tenant is nobody's customer any more. */
  static Action end(TenantId tenant) {
    return Action.delete(new ComparisonKey(tenant));
  }

  static TenantId tenant(Row row) {
    return new TenantId(row.text("tenant"));
  }
}
