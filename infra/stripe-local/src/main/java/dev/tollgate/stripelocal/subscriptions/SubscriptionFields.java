package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Metadata;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.List;

/** Sets what a request gives of a subscription beside its billing. */
final class SubscriptionFields {
  private SubscriptionFields() {}

  static void apply(Work work, ObjectNode subscription, Params params) {
    ObjectNode fields = SubscriptionParams.fields(params);
    fields.remove(List.of("cancel_at_period_end", "billing_mode"));
    subscription.setAll(fields);
    Metadata.merge(subscription, params);
    defaultMethod(work, subscription, params);
    pauseCollection(work, subscription, params);
    cancellationDetails(subscription, params);
    String missing = SubscriptionParams.missingPaymentMethod(params);
    if (missing != null) {
      subscription
          .withObject("/trial_settings/end_behavior")
          .put("missing_payment_method", missing);
    }
  }

  private static void defaultMethod(Work work, ObjectNode subscription, Params params) {
    if (params.isUnset("default_payment_method")) {
      subscription.putNull("default_payment_method");
    }
    params
        .text("default_payment_method")
        .ifPresent(
            method -> {
              Methods.check(work, subscription.path("customer").asText(), method);
              subscription.put("default_payment_method", method);
            });
  }

  /** The status stays; only what becomes of its invoices changes. */
  private static void pauseCollection(Work work, ObjectNode subscription, Params params) {
    if (params.isUnset("pause_collection")) {
      subscription.putNull("pause_collection");
    }
    params
        .in("pause_collection")
        .ifPresent(
            pause -> {
              Long resumes = SubscriptionParams.orNull(pause.integer("resumes_at"));
              if (resumes != null && resumes <= work.nowOf(subscription)) {
                throw StripeError.invalid(
                    "`resumes_at` must be in the future.", "pause_collection[resumes_at]");
              }
              subscription
                  .putObject("pause_collection")
                  .put("behavior", pause.require("behavior"))
                  .put("resumes_at", resumes);
            });
  }

  static void cancellationDetails(ObjectNode subscription, Params params) {
    params
        .in("cancellation_details")
        .ifPresent(
            given -> {
              ObjectNode details = (ObjectNode) subscription.path("cancellation_details");
              for (String name : new String[] {"comment", "feedback"}) {
                if (given.has(name)) {
                  details.put(name, given.orNull(name));
                }
              }
            });
  }
}
