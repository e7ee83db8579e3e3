package dev.tollgate.billing;

import dev.tollgate.core.editions.OverLimit;
import dev.tollgate.core.quota.PreviewingPlan;
import dev.tollgate.lambda.views.Wire;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What will be, held against what is used now.
 *
 * @param trialEndsAt null where no trial ends
 * @param readOnlyFrom null where work goes on
 * @param meters every meter of the edition, by key
 * @param featuresLost had now, or in the trial, and not then
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record AfterwardsView(
    @Nullable String trialEndsAt,
    String planAfter,
    String statusAfter,
    @Nullable String readOnlyFrom,
    Map<String, LevelView> meters,
    List<String> featuresLost) {

  static AfterwardsView of(PreviewingPlan.Preview preview) {
    Map<String, LevelView> meters = new LinkedHashMap<>();
    preview
        .meters()
        .forEach(level -> meters.put(level.right().policy().meter().key(), LevelView.of(level)));
    return new AfterwardsView(
        Wire.time(preview.trialEndsAt()),
        preview.planAfter(),
        preview.statusAfter(),
        Wire.time(preview.readOnlyFrom()),
        meters,
        preview.featuresLost());
  }

  /**
   * One meter.
   *
   * @param used now
   * @param limit then; null is unlimited
   * @param over whether what is there now could only be read and given back then
   * @param policy what becomes of it then: keep_read_only, or choose; null where it counts what is
   *     over with its period
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record LevelView(long used, @Nullable Long limit, boolean over, @Nullable String policy) {
    static LevelView of(PreviewingPlan.Level level) {
      return new LevelView(
          level.used(),
          Wire.number(level.right().limit()),
          level.over(),
          Wire.text(level.right().policy().overLimit().map(OverLimit::wireName)));
    }
  }
}
