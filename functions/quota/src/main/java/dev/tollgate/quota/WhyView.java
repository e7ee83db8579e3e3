package dev.tollgate.quota;

import dev.tollgate.core.entitlements.Next;
import dev.tollgate.core.entitlements.Why;
import dev.tollgate.lambda.views.Wire;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Where a right comes from.
 *
 * @param source plan, seats, override, trial or complimentary
 * @param plan whose value it is, or would be without the override
 * @param since when that became so
 * @param reason of an override; null elsewhere
 * @param next null where nothing changes by itself
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record WhyView(
    String source, String plan, String since, @Nullable String reason, @Nullable NextView next) {

  static WhyView of(Why why) {
    return new WhyView(
        why.source().wireName(),
        why.plan(),
        why.since().toString(),
        Wire.text(why.reason()),
        why.next().map(NextView::of).orElse(null));
  }

  /**
   * What changes it, if nobody does anything.
   *
   * @param change override_ends, plan_changes, access_ends, payment_due or subscription_ends
   * @param plan that counts then; null where none is known
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record NextView(String at, String change, @Nullable String plan) {
    static NextView of(Next next) {
      return new NextView(next.at().toString(), next.change().wireName(), Wire.text(next.plan()));
    }
  }
}
