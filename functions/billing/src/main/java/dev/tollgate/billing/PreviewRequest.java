package dev.tollgate.billing;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * A change to be reckoned now.
 *
 * @param plan absent to keep the one there is
 * @param seats absent to keep as many as there are
 */
@Introspected
record PreviewRequest(@Nullable String plan, @Nullable Seats seats) {
  ChangeRequest change() {
    return new ChangeRequest(plan, seats, null);
  }
}
