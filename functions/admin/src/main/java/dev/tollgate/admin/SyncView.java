package dev.tollgate.admin;

import dev.tollgate.core.billing.SyncingPlans;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a sync found.
 *
 * @param lines one for each price that a plan needs
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record SyncView(boolean dryRun, List<LineView> lines) {

  static SyncView of(boolean dryRun, List<SyncingPlans.Line> lines) {
    return new SyncView(dryRun, lines.stream().map(LineView::of).toList());
  }

  /**
   * One price.
   *
   * @param match by_lookup_key, by_name, created, differs, ambiguous or missing
   * @param price the provider's id; null where none stands for the plan
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record LineView(String plan, String lookupKey, String match, @Nullable String price) {
    static LineView of(SyncingPlans.Line line) {
      return new LineView(
          line.plan(),
          line.lookupKey(),
          line.match().name().toLowerCase(Locale.ROOT),
          line.price().orElse(null));
    }
  }
}
