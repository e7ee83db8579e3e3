package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.StripeError;

/**
 * Why an invoice can fail to be finalized: with automatic tax Stripe must know where the customer
 * is. Taxes themselves are not reckoned here; they come to nothing.
 */
final class TaxLocation {
  private static final String CODE = "customer_tax_location_invalid";
  private static final String MESSAGE =
      "The customer's location isn't recognized. Set a valid customer address in order to"
          + " automatically calculate tax.";

  private TaxLocation() {}

  static boolean isMissing(Work work, ObjectNode invoice) {
    return invoice.path("automatic_tax").path("enabled").asBoolean()
        && work.find(Kind.CUSTOMER, invoice.path("customer").asText())
            .filter(customer -> customer.hasNonNull("address"))
            .isEmpty();
  }

  /** The invoice stays a draft and says why. */
  static void fail(Work work, ObjectNode invoice) {
    ((ObjectNode) invoice.path("automatic_tax")).put("status", "requires_location_inputs");
    invoice
        .putObject("last_finalization_error")
        .put("code", CODE)
        .put("message", MESSAGE)
        .put("type", "invalid_request_error");
    work.emit("invoice.finalization_failed", invoice);
  }

  static StripeError refusal() {
    return StripeError.invalid(CODE, MESSAGE, null);
  }
}
