package dev.tollgate.stripelocal.ledger;

import java.util.Optional;

/**
 * A kind of object: its {@code object} name on the wire, its id prefix and the collection it lives
 * in. Kinds whose name starts with an underscore are the stand-in's own and never shown.
 */
public enum Kind {
  CUSTOMER("customer", "cus_", "/v1/customers"),
  PRODUCT("product", "prod_", "/v1/products"),
  PRICE("price", "price_", "/v1/prices"),
  COUPON("coupon", "coupon_", "/v1/coupons"),
  PAYMENT_METHOD("payment_method", "pm_", "/v1/payment_methods"),
  SUBSCRIPTION("subscription", "sub_", "/v1/subscriptions"),
  SUBSCRIPTION_ITEM("subscription_item", "si_", "/v1/subscription_items"),
  INVOICE("invoice", "in_", "/v1/invoices"),
  INVOICE_ITEM("invoiceitem", "ii_", "/v1/invoiceitems"),
  INVOICE_LINE("line_item", "il_", "/v1/invoices/lines"),
  INVOICE_PAYMENT("invoice_payment", "inpay_", "/v1/invoice_payments"),
  PAYMENT_INTENT("payment_intent", "pi_", "/v1/payment_intents"),
  SETUP_INTENT("setup_intent", "seti_", "/v1/setup_intents"),
  CHARGE("charge", "ch_", "/v1/charges"),
  REFUND("refund", "re_", "/v1/refunds"),
  DISPUTE("dispute", "du_", "/v1/disputes"),
  CHECKOUT_SESSION("checkout.session", "cs_test_", "/v1/checkout/sessions"),
  CHECKOUT_ITEM("item", "li_", "/v1/checkout/sessions/line_items"),
  PORTAL_SESSION("billing_portal.session", "bps_", "/v1/billing_portal/sessions"),
  PORTAL_CONFIGURATION("billing_portal.configuration", "bpc_", "/v1/billing_portal/configurations"),
  METER("billing.meter", "mtr_test_", "/v1/billing/meters"),
  METER_EVENT("billing.meter_event", "_mev_", "/v1/billing/meter_events"),
  METER_ADJUSTMENT(
      "billing.meter_event_adjustment", "_mea_", "/v1/billing/meter_event_adjustments"),
  METER_SUMMARY("billing.meter_event_summary", "mtrusg_test_", "/v1/billing/meters/summaries"),
  ALERT("billing.alert", "alrt_", "/v1/billing/alerts"),
  FEATURE("entitlements.feature", "feat_", "/v1/entitlements/features"),
  ENTITLEMENT("entitlements.active_entitlement", "ent_", "/v1/entitlements/active_entitlements"),
  TEST_CLOCK("test_helpers.test_clock", "clock_", "/v1/test_helpers/test_clocks"),
  WEBHOOK_ENDPOINT("webhook_endpoint", "we_", "/v1/webhook_endpoints"),
  /** Before {@link #EVENT}: its prefix is the longer one. */
  THIN_EVENT("v2.core.event", "evt_test_", "/v2/core/events"),
  EVENT("event", "evt_", "/v1/events"),
  /** One event on its way to one endpoint. */
  DELIVERY("_delivery", "_dlv_", ""),
  /** The stored answer of a request that carried an idempotency key; its id is the key. */
  IDEMPOTENCY("_idempotency", "_idem_", ""),
  /** A job that falls due. */
  AGENDA("_agenda", "_job_", "");

  private final String object;
  private final String prefix;
  private final String collection;

  Kind(String object, String prefix, String collection) {
    this.object = object;
    this.prefix = prefix;
    this.collection = collection;
  }

  /** The value of the {@code object} field. */
  public String object() {
    return object;
  }

  public String prefix() {
    return prefix;
  }

  /** The path under which one of them is read: collection + "/" + id. */
  public String collection() {
    return collection;
  }

  /** How error messages name it: {@code No such checkout.session: 'x'}. */
  public String title() {
    return object;
  }

  /** Whether objects of this kind carry {@code created}, in seconds. */
  boolean hasCreated() {
    return switch (this) {
      case INVOICE_ITEM,
          INVOICE_LINE,
          CHECKOUT_ITEM,
          METER_ADJUSTMENT,
          METER_SUMMARY,
          ALERT,
          FEATURE,
          ENTITLEMENT,
          THIN_EVENT,
          DELIVERY,
          IDEMPOTENCY,
          AGENDA ->
          false;
      default -> true;
    };
  }

  /** Whether objects of this kind carry {@code livemode}. */
  boolean hasLivemode() {
    return switch (this) {
      case SUBSCRIPTION_ITEM, REFUND, CHECKOUT_ITEM, DELIVERY, IDEMPOTENCY, AGENDA -> false;
      default -> true;
    };
  }

  /** Whether Stripe has such a thing; the stand-in's own records are not objects of the API. */
  public boolean isPublic() {
    return !object.startsWith("_");
  }

  public static Optional<Kind> ofId(String id) {
    for (Kind kind : values()) {
      if (id.startsWith(kind.prefix)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  public static Optional<Kind> ofObject(String object) {
    for (Kind kind : values()) {
      if (kind.object.equals(object)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
