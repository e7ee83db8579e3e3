package dev.tollgate.metering;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.usage.Usage;
import dev.tollgate.core.usage.UsageLedger;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our own count in memory. */
final class FakeLedger implements UsageLedger {
  Runnable beforeReported = () -> {};

  private final Map<String, Usage> uses = new LinkedHashMap<>();

  Usage used(TenantId tenant, Meter meter, String id, long amount, Instant at) {
    Usage usage = new Usage(tenant, id, meter, amount, at, Optional.empty());
    uses.put(key(tenant, meter, id), usage);
    return usage;
  }

  Usage found(Usage usage) {
    return find(usage.tenant(), usage.meter(), usage.id()).orElseThrow();
  }

  @Override
  public boolean record(Usage usage, Message message) {
    throw new UnsupportedOperationException("nothing is used here");
  }

  @Override
  public Optional<Usage> find(TenantId tenant, Meter meter, String id) {
    return Optional.ofNullable(uses.get(key(tenant, meter, id)));
  }

  @Override
  public void reported(Usage usage, Instant at) {
    beforeReported.run();
    uses.put(
        key(usage.tenant(), usage.meter(), usage.id()),
        new Usage(
            usage.tenant(),
            usage.id(),
            usage.meter(),
            usage.amount(),
            usage.at(),
            Optional.of(at)));
  }

  @Override
  public List<Usage> between(TenantId tenant, Meter meter, Instant from, Instant until) {
    return uses.values().stream()
        .filter(usage -> usage.tenant().equals(tenant) && usage.meter().equals(meter))
        .filter(usage -> !usage.at().isBefore(from) && usage.at().isBefore(until))
        .sorted(Comparator.comparing(Usage::at))
        .toList();
  }

  private static String key(TenantId tenant, Meter meter, String id) {
    return tenant.value() + " " + meter.key() + " " + id;
  }
}
