package dev.tollgate.core.calls;

import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands calls out from what this instance has leased, and leases more when a counter runs out. Safe
 * for many threads. What it forgets, or takes along when it dies, was counted and is never made, so
 * it can come short of a limit and never above it.
 */
public final class CallStock {
  /** Tenants, and as many addresses: about ten megabytes when both are full. */
  static final int MOST_SUBJECTS = 10_000;

  private final Shelves<TenantId> tenants;
  private final Shelves<Fingerprint> addresses;

  public CallStock(CallBlocks blocks) {
    this.tenants = new Shelves<>(blocks, MOST_SUBJECTS);
    this.addresses = new Shelves<>(blocks, MOST_SUBJECTS);
  }

  /** One call of each of a tenant's counters, or of none of them. */
  public Taking ofTenant(TenantId tenant, List<CallCounter> counters, Instant now) {
    return tenants.of(tenant).take(counters, now);
  }

  /** One call of each of an address's counters, or of none of them. */
  public Taking ofAddress(Fingerprint address, List<CallCounter> counters, Instant now) {
    return addresses.of(address).take(counters, now);
  }

  /** The subjects that called last. */
  static final class Shelves<K> {
    private final CallBlocks blocks;
    private final Map<K, Shelf> shelves;

    Shelves(CallBlocks blocks, int most) {
      this.blocks = blocks;
      this.shelves =
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Shelf> eldest) {
              return size() > most;
            }
          };
    }

    Shelf of(K subject) {
      synchronized (shelves) {
        return shelves.computeIfAbsent(subject, _ -> new Shelf(blocks));
      }
    }

    int size() {
      synchronized (shelves) {
        return shelves.size();
      }
    }
  }
}
