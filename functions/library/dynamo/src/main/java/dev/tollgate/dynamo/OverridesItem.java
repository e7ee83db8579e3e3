package dev.tollgate.dynamo;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.entitlements.Granted;
import dev.tollgate.core.entitlements.Overrides;
import dev.tollgate.core.kernel.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What one tenant has instead of what its plan gives; all of it in one item. */
final class OverridesItem {
  private OverridesItem() {}

  record OverridesKey(TenantId tenant) implements Key {
    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return "OVERRIDES";
    }
  }

  /** Only over those that this was decided on. */
  static Action replace(Overrides changed) {
    Row.Writer limits = Row.Writer.nested();
    changed.limits().forEach((meter, granted) -> limits.nested(meter.key(), limit(granted)));
    Row.Writer features = Row.Writer.nested();
    changed
        .features()
        .forEach(
            (key, granted) -> features.nested(key, common(granted).flag("value", granted.value())));
    Action put =
        Action.put(
            new Row.Writer(new OverridesKey(changed.tenant()))
                .nested("limits", limits)
                .nested("features", features)
                .number("version", changed.version() + 1));
    return changed.version() == 0 ? put.ifAbsent() : put.ifVersionIs(changed.version());
  }

  private static Row.Writer limit(Granted<Limit> granted) {
    Row.Writer row = common(granted);
    return switch (granted.value()) {
      case Limit.Unlimited _ -> row.flag("unlimited", true);
      case Limit.AtMost(long most) -> row.flag("unlimited", false).number("value", most);
    };
  }

  private static Row.Writer common(Granted<?> granted) {
    return Row.Writer.nested()
        .text("reason", granted.reason())
        .instant("since", granted.since())
        .instant("until", granted.until());
  }

  static Overrides read(TenantId tenant, Row row) {
    Map<Meter, Granted<Limit>> limits = new HashMap<>();
    each(row, "limits", OverridesItem::limit)
        .forEach((key, granted) -> limits.put(new Meter(key), granted));
    return new Overrides(
        tenant,
        limits,
        each(row, "features", inner -> granted(inner, inner.flag("value"))),
        row.longNumber("version"));
  }

  private static Granted<Limit> limit(Row row) {
    return granted(
        row,
        row.flag("unlimited") ? new Limit.Unlimited() : new Limit.AtMost(row.longNumber("value")));
  }

  private static <T> Granted<T> granted(Row row, T value) {
    return new Granted<>(
        value, row.text("reason"), row.instant("since"), row.optionalInstant("until"));
  }

  private static <T> Map<String, T> each(Row row, String name, Function<Row, T> read) {
    Map<String, T> all = new HashMap<>();
    row.nested(name)
        .ifPresent(
            outer ->
                outer.attributes().forEach((key, value) -> all.put(key, read.apply(inner(value)))));
    return all;
  }

  private static Row inner(AttributeValue value) {
    return new Row(value.m());
  }
}
