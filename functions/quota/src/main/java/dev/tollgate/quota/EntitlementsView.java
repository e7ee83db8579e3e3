package dev.tollgate.quota;

import dev.tollgate.core.entitlements.Entitlements;
import dev.tollgate.core.entitlements.FeatureRight;
import dev.tollgate.core.quota.Quota;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything a tenant may do, each with its reason.
 *
 * @param status of the subscription
 * @param isLive whether the tenant may work at all
 * @param asOf the moment that all of it is true of
 * @param limits every meter of the edition, by key
 * @param features every feature of the edition, by key
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record EntitlementsView(
    String accountId,
    String status,
    String plan,
    boolean isLive,
    String asOf,
    Map<String, MeterView> limits,
    Map<String, FeatureView> features) {

  static EntitlementsView of(Quota quota) {
    Entitlements entitlements = quota.entitlements();
    Map<String, MeterView> limits = new LinkedHashMap<>();
    quota.meters().forEach(state -> limits.put(state.meter().key(), MeterView.of(state)));
    Map<String, FeatureView> features = new LinkedHashMap<>();
    entitlements.features().forEach((key, right) -> features.put(key, FeatureView.of(right)));
    return new EntitlementsView(
        entitlements.account().id().value(),
        entitlements.subscription().status(),
        entitlements.subscription().plan(),
        entitlements.isLive(),
        entitlements.at().toString(),
        limits,
        features);
  }

  /** Whether the tenant has one feature. */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record FeatureView(boolean enabled, WhyView why) {
    static FeatureView of(FeatureRight right) {
      return new FeatureView(right.enabled(), WhyView.of(right.why()));
    }
  }
}
