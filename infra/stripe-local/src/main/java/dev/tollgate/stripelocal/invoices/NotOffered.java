package dev.tollgate.stripelocal.invoices;

import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.Set;

/**
 * Parameters that Stripe knows and the stand-in does not follow: refused aloud, never passed over.
 */
public final class NotOffered {
  private static final Set<String> NAMES =
      Set.of(
          "add_invoice_items",
          "application_fee_amount",
          "application_fee_percent",
          "backdate_start_date",
          "billing_cycle_anchor_config",
          "billing_schedules",
          "billing_thresholds",
          "default_tax_rates",
          "discounts",
          "from_invoice",
          "invoice_items",
          "pending_invoice_item_interval",
          "schedule",
          "schedule_details",
          "shipping_cost",
          "tax_rates",
          "transfer_data",
          "trial_from_plan");

  private NotOffered() {}

  /** 501 for the first of them that has a value. */
  public static void check(Params params) {
    params.names().stream()
        .filter(name -> NAMES.contains(name) && !params.isUnset(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw StripeError.of(
                  501,
                  "api_error",
                  null,
                  "The stand-in does not offer `" + params.path(name) + "`.",
                  params.path(name));
            });
  }
}
