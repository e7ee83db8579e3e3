package dev.tollgate.metering;

import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.ProviderState;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.usage.MeterReports;
import dev.tollgate.core.usage.Usage;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Counts each use once for its id, and makes a customer once for its key. */
final class FakeProvider implements ProviderCustomers, MeterReports {
  final Map<String, Usage> counted = new LinkedHashMap<>();
  final Map<String, String> customers = new HashMap<>();
  boolean configured = true;
  Optional<String> refusal = Optional.empty();
  Runnable beforeReport = () -> {};
  Runnable afterReport = () -> {};
  Consumer<String> beforeSum = _ -> {};
  Runnable afterCreate = () -> {};
  int reports;

  @Override
  public boolean isConfigured() {
    return configured;
  }

  @Override
  public String create(TenantId tenant, EmailAddress email, String name, String key) {
    String id = customers.computeIfAbsent(key, _ -> "cus_" + customers.size());
    afterCreate.run();
    return id;
  }

  @Override
  public ProviderState stateOf(String customer, Set<String> known) {
    throw new UnsupportedOperationException("nobody asks here");
  }

  @Override
  public Outcome report(String customer, Usage usage) {
    beforeReport.run();
    if (refusal.isPresent()) {
      return new Outcome.Refused(refusal.get());
    }
    reports++;
    counted.putIfAbsent(customer + " " + usage.id(), usage);
    afterReport.run();
    return new Outcome.Taken();
  }

  @Override
  public long sum(String customer, Meter meter, Instant from, Instant until) {
    beforeSum.accept(customer);
    return counted.entrySet().stream()
        .filter(each -> each.getKey().startsWith(customer + " "))
        .map(Map.Entry::getValue)
        .filter(usage -> usage.meter().equals(meter))
        .filter(usage -> !usage.at().isBefore(from) && usage.at().isBefore(until))
        .mapToLong(Usage::amount)
        .sum();
  }
}
