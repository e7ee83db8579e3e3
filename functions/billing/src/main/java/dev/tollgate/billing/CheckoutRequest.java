package dev.tollgate.billing;

import dev.tollgate.core.billing.OpeningCheckout;
import dev.tollgate.core.subscriptions.BillingInterval;
import io.micronaut.core.annotation.Introspected;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to buy.
 *
 * @param plan a key of the plans on offer
 * @param seats one where absent
 * @param billingInterval monthly or annual; monthly where absent
 */
@Introspected
record CheckoutRequest(
    String plan, @Nullable Seats seats, @Nullable BillingInterval billingInterval) {

  OpeningCheckout.Wish wish() {
    return new OpeningCheckout.Wish(
        plan,
        seats == null ? OptionalInt.empty() : OptionalInt.of(seats.number()),
        billingInterval == null ? BillingInterval.MONTHLY : billingInterval);
  }
}
