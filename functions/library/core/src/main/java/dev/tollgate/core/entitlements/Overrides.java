package dev.tollgate.core.entitlements;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the platform owner granted one tenant beside its plan. What is over stays written, so that
 * people can see it, and counts no more.
 *
 * @param features by key
 * @param version goes up by one with every write; 0 where nothing was ever granted
 */
public record Overrides(
    TenantId tenant,
    Map<Meter, Granted<Limit>> limits,
    Map<String, Granted<Boolean>> features,
    long version) {
  public Overrides {
    limits = Map.copyOf(limits);
    features = Map.copyOf(features);
  }

  public static Overrides none(TenantId tenant) {
    return new Overrides(tenant, Map.of(), Map.of(), 0);
  }

  public Overrides with(Meter meter, Granted<Limit> granted) {
    Map<Meter, Granted<Limit>> changed = new HashMap<>(limits);
    changed.put(meter, granted);
    return new Overrides(tenant, changed, features, version);
  }

  public Overrides with(String feature, Granted<Boolean> granted) {
    Map<String, Granted<Boolean>> changed = new HashMap<>(features);
    changed.put(feature, granted);
    return new Overrides(tenant, limits, changed, version);
  }

  /** The plan's own limit counts again. */
  public Overrides without(Meter meter) {
    Map<Meter, Granted<Limit>> changed = new HashMap<>(limits);
    changed.remove(meter);
    return new Overrides(tenant, changed, features, version);
  }

  /** The plan's own word counts again. */
  public Overrides without(String feature) {
    Map<String, Granted<Boolean>> changed = new HashMap<>(features);
    changed.remove(feature);
    return new Overrides(tenant, limits, changed, version);
  }

  /** As they are when these were written. */
  public Overrides written() {
    return new Overrides(tenant, limits, features, version + 1);
  }

  /** Empty where the plan's own limit counts. */
  public Optional<Granted<Limit>> limit(Meter meter, Instant now) {
    return Optional.ofNullable(limits.get(meter)).filter(granted -> granted.holds(now));
  }

  /** Empty where the plan's own word counts. */
  public Optional<Granted<Boolean>> feature(String key, Instant now) {
    return Optional.ofNullable(features.get(key)).filter(granted -> granted.holds(now));
  }
}
