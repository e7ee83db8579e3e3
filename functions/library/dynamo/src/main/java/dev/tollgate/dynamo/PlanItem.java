package dev.tollgate.dynamo;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.editions.Price;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.ProviderPrices;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A plan of the catalogue. Words that we do not know are refused, a limit's first of all. */
final class PlanItem {
  private static final String UNLIMITED = "unlimited";

  private PlanItem() {}

  record PlanKey(String plan) implements Key {
    static final String CATALOGUE = "CATALOGUE";
    static final String PREFIX = "PLAN#";

    @Override
    public String partition() {
      return CATALOGUE;
    }

    @Override
    public String sort() {
      return PREFIX + plan;
    }
  }

  /** As the edition's file has it, where the catalogue has none. */
  static Action seed(Plan plan) {
    return Action.put(write(new ListedPlan(plan, ProviderPrices.NONE, 0))).ifAbsent();
  }

  static Action replace(ListedPlan changed) {
    return Action.put(write(changed).number("version", changed.version() + 1))
        .ifVersionIs(changed.version());
  }

  private static Row.Writer write(ListedPlan listed) {
    Plan plan = listed.plan();
    Row.Writer limits = Row.Writer.nested();
    plan.limits().forEach((meter, limit) -> write(limits, meter.key(), limit));
    Row.Writer features = Row.Writer.nested();
    plan.features().forEach(features::flag);
    return write(
        new Row.Writer(new PlanKey(plan.key()))
            .text("key", plan.key())
            .text("display_name", plan.displayName())
            .text("description", plan.description())
            .nested("price", write(plan.price()))
            .nested("limits", limits)
            .nested("features", features)
            .number("sort_order", plan.sortOrder())
            .flag("public", plan.isPublic())
            .flag("archived", plan.archived())
            .flag("recommended", plan.recommended())
            .nested("provider_prices", write(listed.prices()))
            .number("version", listed.version()),
        "seats",
        plan.seats());
  }

  static ListedPlan read(Row row) {
    Map<Meter, Limit> limits = new LinkedHashMap<>();
    Row storedLimits = row.required("limits");
    for (String meter : new TreeSet<>(storedLimits.attributes().keySet())) {
      limits.put(new Meter(meter), limit(storedLimits, meter));
    }
    Map<String, Boolean> features = new LinkedHashMap<>();
    Row storedFeatures = row.required("features");
    for (String feature : new TreeSet<>(storedFeatures.attributes().keySet())) {
      features.put(feature, storedFeatures.flag(feature));
    }
    Plan plan =
        new Plan(
            row.text("key"),
            row.text("display_name"),
            row.text("description"),
            price(row.required("price")),
            limit(row, "seats"),
            limits,
            features,
            row.number("sort_order"),
            row.flag("public"),
            row.flag("archived"),
            row.flag("recommended"));
    return new ListedPlan(plan, prices(row.required("provider_prices")), row.longNumber("version"));
  }

  private static Row.Writer write(Row.Writer row, String name, Limit limit) {
    return switch (limit) {
      case Limit.Unlimited() -> row.text(name, UNLIMITED);
      case Limit.AtMost(long value) -> row.number(name, value);
    };
  }

  private static Limit limit(Row row, String name) {
    AttributeValue value = row.attributes().get(name);
    if (value != null && UNLIMITED.equals(value.s())) {
      return new Limit.Unlimited();
    }
    if (value == null || value.n() == null) {
      throw new IllegalStateException("a plan whose limit is neither a number nor unlimited");
    }
    return new Limit.AtMost(row.longNumber(name));
  }

  private static Row.Writer write(Price price) {
    return switch (price) {
      case Price.Free() -> Row.Writer.nested().text("kind", "free");
      case Price.ByAgreement() -> Row.Writer.nested().text("kind", "by_agreement");
      case Price.Monthly(long monthly, OptionalLong annual, boolean perSeat) -> {
        Row.Writer row =
            Row.Writer.nested()
                .text("kind", "monthly")
                .number("monthly_cents", monthly)
                .flag("per_seat", perSeat);
        yield annual.isPresent() ? row.number("annual_cents", annual.getAsLong()) : row;
      }
    };
  }

  private static Price price(Row row) {
    return switch (row.text("kind")) {
      case "free" -> new Price.Free();
      case "by_agreement" -> new Price.ByAgreement();
      case "monthly" ->
          new Price.Monthly(
              row.longNumber("monthly_cents"),
              row.attributes().containsKey("annual_cents")
                  ? OptionalLong.of(row.longNumber("annual_cents"))
                  : OptionalLong.empty(),
              row.flag("per_seat"));
      default -> throw new IllegalStateException("a plan with an unknown kind of price");
    };
  }

  private static Row.Writer write(ProviderPrices prices) {
    Row.Writer overage = Row.Writer.nested();
    prices.overage().forEach((meter, price) -> overage.text(meter.key(), price));
    return Row.Writer.nested()
        .text("monthly", prices.monthly())
        .text("annual", prices.annual())
        .nested("overage", overage);
  }

  private static ProviderPrices prices(Row row) {
    Map<Meter, String> overage = new HashMap<>();
    Row stored = row.required("overage");
    stored.attributes().keySet().forEach(key -> overage.put(new Meter(key), stored.text(key)));
    return new ProviderPrices(row.optionalText("monthly"), row.optionalText("annual"), overage);
  }
}
