package dev.tollgate.core.editions;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sold under one key.
 *
 * @param seats how many people may belong to the tenant, the same as its limit of {@link
 *     Meter#USERS} where the edition counts users
 * @param limits one for every meter that the edition declares
 * @param features whether it has each feature that the edition declares
 * @param sortOrder where it stands among the plans, lowest first
 * @param isPublic whether people who are not signed in see it
 * @param archived whether nobody new may have it; who has it keeps it
 */
public record Plan(
    String key,
    String displayName,
    String description,
    Price price,
    Limit seats,
    Map<Meter, Limit> limits,
    Map<String, Boolean> features,
    int sortOrder,
    boolean isPublic,
    boolean archived,
    boolean recommended) {
  public Plan {
    KeyShape.require("plan", key);
    limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    if (!seats.equals(limits.getOrDefault(Meter.USERS, seats))) {
      throw new IllegalArgumentException("seats differ from the limit of users in plan " + key);
    }
  }

  /** The limit of a meter; what the edition does not count is not limited. */
  public Limit limit(Meter meter) {
    return limits.getOrDefault(meter, new Limit.Unlimited());
  }

  /** Whether the plan has the feature; nobody has what the edition does not declare. */
  public boolean has(String feature) {
    return features.getOrDefault(feature, false);
  }

  public boolean isFree() {
    return price instanceof Price.Free;
  }

  /** Whether the price is that of one seat, so that as many are bought as are needed. */
  public boolean isSoldBySeat() {
    return price instanceof Price.Monthly monthly && monthly.perSeat();
  }

  /** Whether people who are not signed in may see and choose it. */
  public boolean isOnOffer() {
    return isPublic && !archived;
  }
}
