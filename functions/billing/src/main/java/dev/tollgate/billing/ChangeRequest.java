package dev.tollgate.billing;

import dev.tollgate.core.billing.ChangingSubscription;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Another plan, other seats, or both.
 *
 * @param plan absent to keep the one there is
 * @param seats absent to keep as many as there are
 * @param at of the preview that was shown, so that the amount is the one that was shown
 */
@Introspected
record ChangeRequest(@Nullable String plan, @Nullable Seats seats, @Nullable Instant at) {

  boolean changesNothing() {
    return plan == null && seats == null;
  }

  ChangingSubscription.Wish wish() {
    return new ChangingSubscription.Wish(
        Optional.ofNullable(plan),
        seats == null ? OptionalInt.empty() : OptionalInt.of(seats.number()),
        Optional.ofNullable(at));
  }

  ChangeRequest reckonedAt(Instant moment) {
    return new ChangeRequest(plan, seats, moment);
  }
}
