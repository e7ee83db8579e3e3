package dev.tollgate.admin;

import dev.tollgate.core.billing.GrantEdit;
import dev.tollgate.core.editions.Edition;
import io.micronaut.core.annotation.Introspected;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A present for one tenant.
 *
 * @param plan the edition's where absent
 */
@Introspected
record ComplimentaryRequest(@Nullable String plan) {
  GrantEdit edit(Edition edition) {
    return new GrantEdit.MakePresent(
        Objects.requireNonNullElse(plan, edition.billing().complimentaryPlan()));
  }
}
