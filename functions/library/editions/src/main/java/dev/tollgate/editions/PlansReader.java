package dev.tollgate.editions;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.Plan;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads the plans; each must state every limit and every feature that the file declares. */
final class PlansReader {
  private final DeclaredMeters meters;
  private final DeclaredFeatures features;
  private final Currency currency;

  PlansReader(DeclaredMeters meters, DeclaredFeatures features, Currency currency) {
    this.meters = meters;
    this.features = features;
    this.currency = currency;
  }

  DeclaredPlans read(Value value) {
    SequencedMap<String, Optional<Plan>> all = new LinkedHashMap<>();
    Fields in = value.fields();
    boolean recommended = false;
    for (Map.Entry<String, Value> entry : in.named().entrySet()) {
      Optional<Plan> plan = readOne(entry.getKey(), entry.getValue());
      boolean alsoRecommended = plan.filter(Plan::recommended).isPresent();
      entry.getValue().check(!(recommended && alsoRecommended), "a second recommended plan");
      recommended |= alsoRecommended;
      all.put(entry.getKey(), plan);
    }
    if (value.node() instanceof MappingNode) {
      value.check(!all.isEmpty(), "there is no plan");
    }
    return new DeclaredPlans(all);
  }

  private Optional<Plan> readOne(String key, Value value) {
    Fields in = value.fields();
    var displayName = in.at("display_name").text();
    var description = in.at("description").text();
    var price = PriceReader.read(in.at("price"), currency);
    var sortOrder = Quantities.small(in.at("sort_order"));
    var isPublic = in.at("public").truth();
    var archived = in.at("archived").truth();
    var recommended = in.at("recommended").truth();
    Map<Meter, Limit> limits = limits(in.at("limits"));
    Map<String, Boolean> has = features(in.at("features"));
    Optional<Plan> plan =
        in.build(
            () ->
                new Plan(
                    key,
                    displayName.orElseThrow(),
                    description.orElseThrow(),
                    price.orElseThrow(),
                    limits.getOrDefault(Meter.USERS, new Limit.Unlimited()),
                    limits,
                    has,
                    sortOrder.orElseThrow(),
                    isPublic.orElseThrow(),
                    archived.orElseThrow(),
                    recommended.orElseThrow()));
    plan.filter(Plan::isFree)
        .ifPresent(
            _ ->
                value.check(
                    !meters.overflowIsBilled(), "a free plan has no card to bill overage to"));
    return plan;
  }

  private Map<Meter, Limit> limits(Value value) {
    Map<Meter, Limit> limits = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : value.fields().exactly(meters.keys(), "meter")) {
      Optional<Limit> limit = Quantities.limit(entry.getValue(), meters.unit(entry.getKey()));
      meters.meter(entry.getKey()).ifPresent(meter -> limit.ifPresent(it -> limits.put(meter, it)));
    }
    return limits;
  }

  private Map<String, Boolean> features(Value value) {
    Map<String, Boolean> has = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : value.fields().exactly(features.keys(), "feature")) {
      entry.getValue().truth().ifPresent(truth -> has.put(entry.getKey(), truth));
    }
    return has;
  }
}
