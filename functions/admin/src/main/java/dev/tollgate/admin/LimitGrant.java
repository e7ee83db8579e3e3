package dev.tollgate.admin;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.kernel.Checked;
import dev.tollgate.core.overrides.OverrideEdit;
import dev.tollgate.core.overrides.Terms;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A limit for one tenant.
 *
 * @param limit zero or more; null is unlimited, and leaving it out is a mistake
 * @param until when the plan's own limit counts again; for ever where absent
 * @param version of what was looked at; 0 where nothing was ever granted
 */
@Introspected
record LimitGrant(
    String accountId,
    String meter,
    Limit limit,
    String reason,
    @Nullable Instant until,
    Long version) {
  OverrideEdit edit() {
    return new OverrideEdit.GrantLimit(meter, limit, new Terms(reason, Optional.ofNullable(until)));
  }

  static Checked<Limit> limit(Object json) {
    return json instanceof Long number && number >= 0
        ? new Checked.Valid<>(new Limit.AtMost(number))
        : new Checked.Invalid<>("must be a whole number of zero or more, or null for unlimited");
  }
}
