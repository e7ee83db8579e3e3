package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Lists;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.List;
import java.util.Set;

/** The operations on subscriptions. */
final class SubscriptionRoom implements Room {
  private static final String ONE = "/v1/subscriptions/{subscription_exposed_id}";
  private static final Set<String> ALLOWED_AFTER_END =
      Set.of("metadata", "cancellation_details", "expand");

  private final Subscriptions subscriptions;
  private final Resuming resuming;

  SubscriptionRoom(Subscriptions subscriptions, Resuming resuming) {
    this.subscriptions = subscriptions;
    this.resuming = resuming;
  }

  @Override
  public void register(Router router) {
    router.on("POST", "/v1/subscriptions", this::create);
    router.list("/v1/subscriptions", Kind.SUBSCRIPTION, SubscriptionFilter::of);
    router.on("GET", ONE, SubscriptionRoom::subscription);
    router.on("POST", ONE, this::update);
    router.on("DELETE", ONE, this::cancel);
    router.on("POST", "/v1/subscriptions/{subscription}/resume", this::resume);
    router.on("POST", "/v1/subscriptions/{subscription}/migrate", this::migrate);
    router.includable(Kind.CUSTOMER, "subscriptions", SubscriptionRoom::ofCustomer);
  }

  private ObjectNode create(Call call) {
    return subscriptions.create(
        call.work(), SubscriptionParams.creation(call.work(), call.params()));
  }

  private static ObjectNode subscription(Call call) {
    return call.work().get(Kind.SUBSCRIPTION, call.path("subscription_exposed_id"));
  }

  private ObjectNode update(Call call) {
    Params params = call.params();
    ObjectNode subscription = subscription(call);
    refuseAfterEnd(subscription, params);
    SubscriptionParams.exclusive(params, "cancel_at", "cancel_at_period_end");
    SubscriptionFields.apply(call.work(), subscription, params);
    SubscriptionParams.change(call.work(), params)
        .ifPresentOrElse(
            change -> subscriptions.update(call.work(), subscription, change),
            () -> subscriptions.told(call.work(), subscription));
    cancellation(call.work(), subscription, params);
    return subscription;
  }

  private void cancellation(Work work, ObjectNode subscription, Params params) {
    boolean ends = subscription.hasNonNull("cancel_at");
    if (params.text("cancel_at").isPresent()) {
      CancelAt when = CancelAt.of(params.require("cancel_at"));
      subscriptions.setCancelAt(work, subscription, when);
    } else if (params.flag("cancel_at_period_end").orElse(false)) {
      subscriptions.setCancelAtPeriodEnd(work, subscription, true);
    } else if (ends && (params.isUnset("cancel_at") || params.has("cancel_at_period_end"))) {
      subscriptions.setCancelAt(work, subscription, null);
    }
  }

  private static void refuseAfterEnd(ObjectNode subscription, Params params) {
    if (Ended.isEnded(subscription) && !ALLOWED_AFTER_END.containsAll(params.names())) {
      throw StripeError.invalid(
          "A canceled subscription can only update its cancellation_details and metadata.", null);
    }
  }

  private ObjectNode cancel(Call call) {
    Params params = call.params();
    ObjectNode subscription = subscription(call);
    if (Ended.isEnded(subscription)) {
      throw StripeError.missing(Kind.SUBSCRIPTION, call.path("subscription_exposed_id"), null);
    }
    SubscriptionFields.cancellationDetails(subscription, params);
    subscriptions.cancelNow(
        call.work(),
        subscription,
        params.flag("invoice_now").orElse(false),
        params.flag("prorate").orElse(false));
    return subscription;
  }

  private ObjectNode resume(Call call) {
    ObjectNode subscription = call.work().get(Kind.SUBSCRIPTION, call.path("subscription"));
    resuming.resume(call.work(), subscription, SubscriptionParams.proration(call.params()));
    return subscription;
  }

  /** Flexible billing mode can be entered, never left. */
  private ObjectNode migrate(Call call) {
    ObjectNode subscription = call.work().get(Kind.SUBSCRIPTION, call.path("subscription"));
    String type =
        call.params().in("billing_mode").map(mode -> mode.require("type")).orElse("flexible");
    if (!type.equals("flexible")) {
      throw StripeError.invalid(
          "Subscriptions can only be migrated to `billing_mode[type]=flexible`.",
          "billing_mode[type]");
    }
    subscription.set(
        "billing_mode",
        SubscriptionParams.billingMode(type).put("updated_at", call.work().nowOf(subscription)));
    subscriptions.told(call.work(), subscription);
    return subscription;
  }

  private static ObjectNode ofCustomer(Work work, ObjectNode customer) {
    String id = customer.path("id").asText();
    List<ObjectNode> own =
        work.view(
            Kind.SUBSCRIPTION,
            subscription ->
                id.equals(Json.text(subscription, "customer")) && !Ended.isEnded(subscription));
    return Lists.whole("/v1/customers/" + id + "/subscriptions", own);
  }
}
