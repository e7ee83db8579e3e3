package dev.tollgate.admin;

import dev.tollgate.core.billing.GrantEdit;
import dev.tollgate.core.kernel.Violation;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much more of a trial. One of the two.
 *
 * @param days 1 to 365, counted from its end or, where that is past, from now
 * @param endsAt until when, unless it lasts longer already
 */
@Introspected
record ExtendTrialRequest(@Nullable Long days, @Nullable Instant endsAt) {
  List<Violation> violations() {
    return (days == null) == (endsAt == null)
        ? List.of(new Violation("days", "or ends_at must be given, and not both"))
        : List.of();
  }

  /** Only where nothing is wrong. */
  GrantEdit edit() {
    if (endsAt != null) {
      return new GrantEdit.TrialUntil(endsAt);
    }
    long wanted = days == null ? 0 : days;
    return new GrantEdit.MoreDays(Math.clamp(wanted, 0, Integer.MAX_VALUE));
  }
}
