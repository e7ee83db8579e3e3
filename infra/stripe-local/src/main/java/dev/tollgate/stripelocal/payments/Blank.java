package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;

/**
 * Objects of this room before anything is known about them: every key is present, as on Stripe's
 * wire.
 */
enum Blank {
  PAYMENT_METHOD(
      """
      {"allow_redisplay": "unspecified",
       "billing_details": {"address": {"city": null, "country": null, "line1": null, "line2": null, "postal_code": null, "state": null},
         "email": null, "name": null, "phone": null, "tax_id": null},
       "card": {"brand": null, "checks": {"address_line1_check": null, "address_postal_code_check": null, "cvc_check": "pass"},
         "country": "US", "display_brand": null, "exp_month": null, "exp_year": null, "fingerprint": null, "funding": null,
         "generated_from": null, "last4": null, "networks": {"available": [], "preferred": null}, "regulated_status": "unregulated",
         "three_d_secure_usage": {"supported": true}, "wallet": null},
       "customer": null, "customer_account": null, "metadata": {}, "type": "card"}
      """),
  PAYMENT_INTENT(
      """
      {"amount": 0, "amount_capturable": 0, "amount_details": {"tip": {}}, "amount_received": 0, "application": null,
       "application_fee_amount": null, "automatic_payment_methods": null, "canceled_at": null, "cancellation_reason": null,
       "capture_method": "automatic", "client_secret": null, "confirmation_method": "automatic", "currency": null,
       "customer": null, "customer_account": null, "description": null, "last_payment_error": null, "latest_charge": null,
       "metadata": {}, "next_action": null, "on_behalf_of": null, "payment_method": null,
       "payment_method_configuration_details": null,
       "payment_method_options": {"card": {"installments": null, "mandate_options": null, "network": null,
         "request_three_d_secure": "automatic"}},
       "payment_method_types": ["card"], "processing": null, "receipt_email": null, "review": null,
       "setup_future_usage": null, "shipping": null, "source": null, "statement_descriptor": null,
       "statement_descriptor_suffix": null, "status": "requires_payment_method", "transfer_data": null, "transfer_group": null}
      """),
  SETUP_INTENT(
      """
      {"application": null, "automatic_payment_methods": null, "cancellation_reason": null, "client_secret": null,
       "customer": null, "customer_account": null, "description": null, "flow_directions": null, "last_setup_error": null,
       "latest_attempt": null, "mandate": null, "metadata": {}, "next_action": null, "on_behalf_of": null,
       "payment_method": null, "payment_method_configuration_details": null,
       "payment_method_options": {"card": {"mandate_options": null, "network": null, "request_three_d_secure": "automatic"}},
       "payment_method_types": ["card"], "single_use_mandate": null, "status": "requires_payment_method",
       "usage": "off_session"}
      """),
  CHARGE(
      """
      {"amount": 0, "amount_captured": 0, "amount_refunded": 0, "application": null, "application_fee": null,
       "application_fee_amount": null, "balance_transaction": null, "billing_details": null,
       "calculated_statement_descriptor": "TOLLGATE", "captured": false, "currency": null, "customer": null,
       "description": null, "disputed": false, "failure_balance_transaction": null, "failure_code": null,
       "failure_message": null, "fraud_details": {}, "metadata": {}, "on_behalf_of": null, "outcome": null, "paid": false,
       "payment_intent": null, "payment_method": null, "payment_method_details": null, "radar_options": {},
       "receipt_email": null, "receipt_number": null, "receipt_url": null, "refunded": false, "review": null,
       "shipping": null, "source": null, "source_transfer": null, "statement_descriptor": null,
       "statement_descriptor_suffix": null, "status": "succeeded", "transfer_data": null, "transfer_group": null}
      """),
  REFUND(
      """
      {"amount": 0, "balance_transaction": null, "charge": null, "currency": null, "customer": null,
       "destination_details": {"card": {"reference_status": "pending", "reference_type": "acquirer_reference_number",
         "type": "refund"}, "type": "card"},
       "metadata": {}, "payment_intent": null, "reason": null, "receipt_number": null, "source_transfer_reversal": null,
       "status": "succeeded", "transfer_reversal": null}
      """),
  DISPUTE(
      """
      {"amount": 0, "balance_transactions": [], "charge": null, "currency": null, "enhanced_eligibility_types": [],
       "evidence": {"access_activity_log": null, "billing_address": null, "cancellation_policy": null,
         "cancellation_policy_disclosure": null, "cancellation_rebuttal": null, "customer_communication": null,
         "customer_email_address": null, "customer_name": null, "customer_purchase_ip": null, "customer_signature": null,
         "duplicate_charge_documentation": null, "duplicate_charge_explanation": null, "duplicate_charge_id": null,
         "enhanced_evidence": {}, "product_description": null, "receipt": null, "refund_policy": null,
         "refund_policy_disclosure": null, "refund_refusal_explanation": null, "service_date": null,
         "service_documentation": null, "shipping_address": null, "shipping_carrier": null, "shipping_date": null,
         "shipping_documentation": null, "shipping_tracking_number": null, "uncategorized_file": null,
         "uncategorized_text": null},
       "evidence_details": {"due_by": null, "enhanced_eligibility": {}, "has_evidence": false, "past_due": false,
         "submission_count": 0},
       "is_charge_refundable": false, "metadata": {}, "network_reason_code": "10.4", "payment_intent": null,
       "payment_method_details": {"card": {"brand": "visa", "case_type": "chargeback", "network_reason_code": "10.4"},
         "type": "card"},
       "reason": "fraudulent", "status": "needs_response"}
      """);

  private final String json;

  Blank(String json) {
    this.json = json;
  }

  ObjectNode fresh() {
    return (ObjectNode) Json.read(json);
  }
}
