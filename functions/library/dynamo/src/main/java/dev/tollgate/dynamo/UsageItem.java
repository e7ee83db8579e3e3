package dev.tollgate.dynamo;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.usage.Usage;
import java.time.Instant;
import java.util.List;

/**
 * One use of something billable, written twice: under its id, which makes it the same use, and
 * under its time, by which it is added up.
 */
final class UsageItem {
  private UsageItem() {}

  record UsageKey(TenantId tenant, Meter meter, String id) implements Key {
    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return "USAGE#" + meter.key() + "#ID#" + Key.foreign(id);
    }
  }

  record UsageTimeKey(TenantId tenant, Meter meter, Instant at, String id) implements Key {
    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return from(meter, at) + "#" + Key.foreign(id);
    }

    /** Before every use at that time, and after every earlier one. */
    static String from(Meter meter, Instant at) {
      return "USAGE#" + meter.key() + "#AT#" + Row.write(at);
    }
  }

  private static List<Key> keys(Usage usage) {
    return List.of(
        new UsageKey(usage.tenant(), usage.meter(), usage.id()),
        new UsageTimeKey(usage.tenant(), usage.meter(), usage.at(), usage.id()));
  }

  /** The first is refused where the id is there. */
  static List<Action> record(Usage usage) {
    return keys(usage).stream().map(key -> Action.put(write(key, usage)).ifAbsent()).toList();
  }

  /** The first report counts. */
  static List<Action> report(Usage usage, Instant at) {
    return keys(usage).stream()
        .map(
            key ->
                Action.update(key, "SET reported_at = if_not_exists(reported_at, :at)")
                    .ifPresent()
                    .with(":at", at))
        .toList();
  }

  private static Row.Writer write(Key key, Usage usage) {
    return new Row.Writer(key)
        .text("tenant", usage.tenant().value())
        .text("id", usage.id())
        .text("meter", usage.meter().key())
        .number("amount", usage.amount())
        .instant("at", usage.at())
        .instant("reported_at", usage.reportedAt());
  }

  static Usage read(Row row) {
    return new Usage(
        new TenantId(row.text("tenant")),
        row.text("id"),
        new Meter(row.text("meter")),
        row.longNumber("amount"),
        row.instant("at"),
        row.optionalInstant("reported_at"));
  }
}
