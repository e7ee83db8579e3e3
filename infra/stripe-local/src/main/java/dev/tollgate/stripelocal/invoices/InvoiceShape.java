package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import java.util.List;

/** The fields an invoice always has, as they are before anything is known of it. */
final class InvoiceShape {
  private static final String FIELDS =
      """
      {"id": null, "object": "invoice", "account_country": "US", "account_name": "Local", "account_tax_ids": null,
       "amount_due": null, "amount_overpaid": null, "amount_paid": null, "amount_remaining": null,
       "amount_shipping": null, "application": null, "attempt_count": null, "attempted": false,
       "auto_advance": true,
       "automatic_tax": {"disabled_reason": null, "enabled": false, "liability": null, "provider": null,
                         "status": null},
       "automatically_finalizes_at": null, "billing_reason": "manual",
       "collection_method": "charge_automatically", "created": null, "currency": "usd", "custom_fields": null,
       "customer": null, "customer_account": null, "customer_address": null, "customer_email": null,
       "customer_name": null, "customer_phone": null, "customer_shipping": null,
       "customer_tax_exempt": "none", "customer_tax_ids": [], "default_payment_method": null,
       "default_source": null, "default_tax_rates": [], "description": null, "discounts": [],
       "due_date": null, "effective_at": null, "ending_balance": null, "footer": null, "from_invoice": null,
       "hosted_invoice_url": null, "invoice_pdf": null, "issuer": {"type": "self"},
       "last_finalization_error": null, "latest_revision": null, "lines": null, "livemode": false,
       "metadata": {}, "next_payment_attempt": null, "number": null, "on_behalf_of": null, "parent": null,
       "payment_settings": {"default_mandate": null, "payment_method_options": null,
                            "payment_method_types": null},
       "period_end": null, "period_start": null, "post_payment_credit_notes_amount": null,
       "pre_payment_credit_notes_amount": null, "receipt_number": null, "rendering": null,
       "shipping_cost": null, "shipping_details": null, "starting_balance": null,
       "statement_descriptor": null, "status": "draft",
       "status_transitions": {"finalized_at": null, "marked_uncollectible_at": null, "paid_at": null,
                              "voided_at": null},
       "subtotal": null, "subtotal_excluding_tax": null, "test_clock": null, "total": null,
       "total_discount_amounts": [], "total_excluding_tax": null, "total_pretax_credit_amounts": [],
       "total_taxes": [], "webhooks_delivered_at": null}
      """;

  private static final List<String> AMOUNTS =
      List.of(
          "amount_due",
          "amount_overpaid",
          "amount_paid",
          "amount_remaining",
          "amount_shipping",
          "attempt_count",
          "post_payment_credit_notes_amount",
          "pre_payment_credit_notes_amount",
          "starting_balance",
          "subtotal",
          "subtotal_excluding_tax",
          "total",
          "total_excluding_tax");

  private InvoiceShape() {}

  /** Amounts are longs throughout: a tree distinguishes an int from a long. */
  static ObjectNode empty() {
    ObjectNode invoice = (ObjectNode) Json.read(FIELDS);
    AMOUNTS.forEach(name -> invoice.put(name, 0L));
    return invoice;
  }
}
