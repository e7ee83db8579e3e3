package dev.tollgate.core.billing;

import java.util.Set;

/**
 * Which of the provider's events concern us, as {@code facts/stripe.md} 2.3 lists them. All others
 * are noted and left alone.
 */
public final class EventTypes {
  /** They change what is asked for when a customer's state is fetched, or are told of by mail. */
  private static final Set<String> OURS =
      Set.of(
          "checkout.session.completed",
          "checkout.session.async_payment_succeeded",
          "checkout.session.async_payment_failed",
          "checkout.session.expired",
          "customer.created",
          "customer.updated",
          "customer.deleted",
          "customer.subscription.created",
          "customer.subscription.updated",
          "customer.subscription.deleted",
          "customer.subscription.paused",
          "customer.subscription.resumed",
          "customer.subscription.trial_will_end",
          "customer.subscription.pending_update_applied",
          "customer.subscription.pending_update_expired",
          "invoice.paid",
          "invoice.payment_failed",
          "invoice.payment_action_required",
          "invoice.upcoming",
          "invoice.finalization_failed",
          "charge.refunded",
          "refund.updated",
          "refund.failed",
          "charge.dispute.created",
          "charge.dispute.closed",
          "payment_method.attached",
          "payment_method.detached",
          "payment_method.automatically_updated",
          "payment_intent.amount_capturable_updated",
          "payment_intent.succeeded",
          "payment_intent.canceled",
          "charge.expired",
          "billing.alert.triggered",
          "v1.billing.meter.error_report_triggered",
          "v1.billing.meter.no_meter_found");

  private EventTypes() {}

  public static Set<String> all() {
    return OURS;
  }

  public static boolean concernUs(String type) {
    return OURS.contains(type);
  }
}
