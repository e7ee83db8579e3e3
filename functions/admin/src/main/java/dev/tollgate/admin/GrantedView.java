package dev.tollgate.admin;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.entitlements.Granted;
import dev.tollgate.core.overrides.ChangingOverrides;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one tenant was granted, also what is over. */
final class GrantedView {
  private GrantedView() {}

  /**
   * Limits.
   *
   * @param version hand it in with a change; features share it
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record LimitsView(String accountId, long version, List<LimitView> items) {
    static LimitsView of(ChangingOverrides.Seen seen) {
      return new LimitsView(
          seen.overrides().tenant().value(),
          seen.overrides().version(),
          seen.overrides().limits().entrySet().stream()
              .map(entry -> LimitView.of(entry.getKey().key(), entry.getValue(), seen.at()))
              .sorted(Comparator.comparing(LimitView::meter))
              .toList());
    }
  }

  /**
   * A limit in the place of the plan's.
   *
   * @param limit null is unlimited
   * @param until null is for ever
   * @param holds false where it is over
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record LimitView(
      String meter,
      @Nullable Long limit,
      String reason,
      String since,
      @Nullable String until,
      boolean holds) {
    static LimitView of(String meter, Granted<Limit> granted, Instant now) {
      return new LimitView(
          meter,
          granted.value() instanceof Limit.AtMost(long most) ? Long.valueOf(most) : null,
          granted.reason(),
          granted.since().toString(),
          granted.until().map(Instant::toString).orElse(null),
          granted.holds(now));
    }
  }

  /**
   * Features.
   *
   * @param version hand it in with a change; limits share it
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record FeaturesView(String accountId, long version, List<FeatureView> items) {
    static FeaturesView of(ChangingOverrides.Seen seen) {
      return new FeaturesView(
          seen.overrides().tenant().value(),
          seen.overrides().version(),
          seen.overrides().features().entrySet().stream()
              .map(entry -> FeatureView.of(entry.getKey(), entry.getValue(), seen.at()))
              .sorted(Comparator.comparing(FeatureView::feature))
              .toList());
    }
  }

  /**
   * A feature on or off in spite of the plan.
   *
   * @param until null is for ever
   * @param holds false where it is over
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record FeatureView(
      String feature,
      boolean enabled,
      String reason,
      String since,
      @Nullable String until,
      boolean holds) {
    static FeatureView of(String feature, Granted<Boolean> granted, Instant now) {
      return new FeatureView(
          feature,
          granted.value(),
          granted.reason(),
          granted.since().toString(),
          granted.until().map(Instant::toString).orElse(null),
          granted.holds(now));
    }
  }
}
