package dev.tollgate.admin;

import dev.tollgate.core.overrides.OverrideEdit;
import dev.tollgate.core.overrides.Terms;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A feature for one tenant, or none for it.
 *
 * @param until when the plan's own word counts again; for ever where absent
 * @param version of what was looked at; 0 where nothing was ever granted
 */
@Introspected
record FeatureGrant(
    String accountId,
    String feature,
    Boolean enabled,
    String reason,
    @Nullable Instant until,
    Long version) {
  OverrideEdit edit() {
    return new OverrideEdit.GrantFeature(
        feature, enabled, new Terms(reason, Optional.ofNullable(until)));
  }
}
