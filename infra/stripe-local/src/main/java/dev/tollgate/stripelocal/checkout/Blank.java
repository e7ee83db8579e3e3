package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;

/**
 * Objects of this room before anything is known about them: every key is present, as on Stripe's
 * wire.
 */
enum Blank {
  SESSION(
      """
      {"adaptive_pricing": null, "after_expiration": null, "allow_promotion_codes": null, "amount_subtotal": null,
       "amount_total": null,
       "automatic_tax": {"enabled": false, "liability": null, "provider": null, "status": null},
       "billing_address_collection": null, "cancel_url": null, "client_reference_id": null, "client_secret": null,
       "collected_information": null, "consent": null, "consent_collection": null, "currency": null,
       "currency_conversion": null, "custom_fields": [],
       "custom_text": {"after_submit": null, "shipping_address": null, "submit": null, "terms_of_service_acceptance": null},
       "customer": null, "customer_account": null, "customer_creation": null, "customer_details": null,
       "customer_email": null, "discounts": [], "expires_at": null, "invoice": null, "invoice_creation": null,
       "locale": null, "metadata": {}, "mode": null, "origin_context": null, "payment_intent": null, "payment_link": null,
       "payment_method_collection": "if_required", "payment_method_configuration_details": null,
       "payment_method_options": {"card": {"request_three_d_secure": "automatic"}}, "payment_method_types": ["card"],
       "payment_status": "unpaid", "permissions": null, "phone_number_collection": {"enabled": false},
       "recovered_from": null, "saved_payment_method_options": null, "setup_intent": null,
       "shipping_address_collection": null, "shipping_cost": null, "shipping_options": [], "status": "open",
       "submit_type": null, "subscription": null, "success_url": null,
       "total_details": {"amount_discount": 0, "amount_shipping": 0, "amount_tax": 0}, "ui_mode": "hosted_page",
       "url": null, "wallet_options": null}
      """),
  LINE(
      """
      {"adjustable_quantity": null, "amount_discount": 0, "amount_subtotal": 0, "amount_tax": 0, "amount_total": 0,
       "currency": null, "description": null, "metadata": {}, "price": null, "quantity": null}
      """),
  PRODUCT(
      """
      {"active": true, "default_price": null, "description": null, "images": [], "marketing_features": [], "metadata": {},
       "name": null, "package_dimensions": null, "shippable": null, "statement_descriptor": null, "tax_code": null,
       "type": "service", "unit_label": null, "updated": null, "url": null}
      """),
  CUSTOMER(
      """
      {"address": null, "balance": 0, "currency": null, "customer_account": null, "default_source": null,
       "delinquent": false, "description": null, "discount": null, "email": null, "invoice_prefix": null,
       "invoice_settings": {"custom_fields": null, "default_payment_method": null, "footer": null, "rendering_options": null},
       "metadata": {}, "name": null, "next_invoice_sequence": 1, "phone": null, "preferred_locales": [], "shipping": null,
       "tax_exempt": "none", "test_clock": null}
      """),
  CUSTOMER_DETAILS(
      """
      {"address": null, "business_name": null, "email": null, "individual_name": null, "name": null, "phone": null,
       "tax_exempt": "none", "tax_ids": []}
      """);

  private final String json;

  Blank(String json) {
    this.json = json;
  }

  ObjectNode fresh() {
    return (ObjectNode) Json.read(json);
  }
}
