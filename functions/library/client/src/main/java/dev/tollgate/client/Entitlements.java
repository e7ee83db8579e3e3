package dev.tollgate.client;

import java.util.Map;
import java.util.Optional;

/**
 * Everything the tenant of the key may do, each with its reason.
 *
 * @param status of the subscription, as the API spells it
 * @param isLive whether the tenant may work at all
 * @param limits by meter, in the edition's order
 * @param features by key, in the edition's order
 */
public record Entitlements(
    String accountId,
    String status,
    String plan,
    boolean isLive,
    Map<String, LimitRight> limits,
    Map<String, FeatureRight> features) {

  /** How much of a meter the tenant may use. */
  public record LimitRight(Limit limit, Optional<Why> why) {
    static LimitRight read(Fields fields) {
      return new LimitRight(fields.limit("limit"), fields.optionalObject("why").map(Why::read));
    }
  }

  /** Whether the tenant's plan, or a present, has a feature. */
  public record FeatureRight(boolean enabled, Optional<Why> why) {
    static FeatureRight read(Fields fields) {
      return new FeatureRight(fields.flag("enabled"), fields.optionalObject("why").map(Why::read));
    }
  }

  /** Whether the feature may be used now. Nobody has what the edition does not declare. */
  public boolean has(String feature) {
    return isLive
        && Optional.ofNullable(features.get(feature)).map(FeatureRight::enabled).orElse(false);
  }

  static Entitlements read(Fields fields) {
    return new Entitlements(
        fields.text("account_id"),
        fields.text("status"),
        fields.text("plan"),
        fields.flag("is_live"),
        fields.map("limits", LimitRight::read),
        fields.map("features", FeatureRight::read));
  }
}
