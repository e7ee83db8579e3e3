package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.invoices.Pricing;
import dev.tollgate.stripelocal.wire.StripeError;
import org.jspecify.annotations.Nullable;

/** Which prices a subscription can have. */
final class Allowed {
  private Allowed() {}

  /** Refuses a price that is archived, does not recur, or is in another currency. */
  static void check(Pricing pricing, String currency) {
    ObjectNode price = pricing.price();
    if (!price.path("active").asBoolean(true) && !price.has(InlinePrice.MARK)) {
      throw StripeError.invalid(
          "The price specified is inactive. This field only accepts active prices.",
          "items[0][price]");
    }
    if (!pricing.isRecurring()) {
      throw StripeError.invalid(
          "The price specified is set to `type=one_time` but this field only accepts prices with"
              + " `type=recurring`.",
          "items[0][price]");
    }
    if (!currency.isEmpty() && !currency.equals(pricing.currency())) {
      throw StripeError.invalid(
          "The price specified only supports `%s`. This doesn't match the expected currency: `%s`."
              .formatted(pricing.currency(), currency),
          "items[0][price]");
    }
  }

  /** A metered price has no quantity: what was used is its quantity. */
  static void checkQuantity(Pricing pricing, @Nullable Long quantity) {
    if (pricing.isMetered() && quantity != null) {
      throw StripeError.invalid(
          "You cannot set the quantity of a metered plan: " + pricing.id() + ".",
          "items[0][quantity]");
    }
  }
}
