package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.StripeError;

/** Which payment methods a customer's subscription can name. */
final class Methods {
  private Methods() {}

  /** Refuses a method that is not attached to the customer. */
  static void check(Work work, String customer, String id) {
    ObjectNode method = work.get(Kind.PAYMENT_METHOD, id, "default_payment_method");
    if (!customer.equals(Json.text(method, "customer"))) {
      throw StripeError.invalid(
          "The customer does not have a payment method with the ID %s. The payment method must be attached to the customer."
              .formatted(id),
          "default_payment_method");
    }
  }
}
