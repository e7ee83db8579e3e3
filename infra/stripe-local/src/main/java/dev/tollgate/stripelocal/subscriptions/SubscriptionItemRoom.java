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

/** The operations on single items; each is a change of the subscription that holds the item. */
final class SubscriptionItemRoom implements Room {
  private final Subscriptions subscriptions;

  SubscriptionItemRoom(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public void register(Router router) {
    router.on("POST", "/v1/subscription_items", this::create);
    router.on("GET", "/v1/subscription_items", SubscriptionItemRoom::list);
    router.on("GET", "/v1/subscription_items/{item}", call -> item(call.work(), call.path("item")));
    router.on("POST", "/v1/subscription_items/{item}", this::update);
    router.on("DELETE", "/v1/subscription_items/{item}", this::delete);
  }

  private ObjectNode create(Call call) {
    ObjectNode subscription = subscription(call);
    change(call, subscription, SubscriptionParams.item(call.work(), call.params()));
    return Items.of(subscription).getLast();
  }

  private static ObjectNode list(Call call) {
    return Lists.page(call, Items.of(subscription(call)));
  }

  private static ObjectNode subscription(Call call) {
    return call.work()
        .get(Kind.SUBSCRIPTION, call.params().require("subscription"), "subscription");
  }

  private ObjectNode update(Call call) {
    String id = call.path("item");
    ObjectNode subscription = holder(call.work(), id);
    Params params = call.params();
    ItemChange wanted =
        new ItemChange(
            id,
            false,
            params
                .in("price_data")
                .map(data -> InlinePrice.make(call.work(), data))
                .or(() -> params.text("price"))
                .orElse(null),
            SubscriptionParams.orNull(params.integer("quantity")),
            params.has("metadata") ? params.map("metadata") : null,
            false);
    change(call, subscription, wanted);
    return Items.find(subscription, id).orElseThrow();
  }

  private ObjectNode delete(Call call) {
    String id = call.path("item");
    ObjectNode subscription = holder(call.work(), id);
    boolean clear = call.params().flag("clear_usage").orElse(false);
    change(call, subscription, ItemChange.remove(id, clear));
    return Json.object().put("id", id).put("object", "subscription_item").put("deleted", true);
  }

  private void change(Call call, ObjectNode subscription, ItemChange wanted) {
    Params params = call.params();
    subscriptions.update(
        call.work(),
        subscription,
        new SubscriptionChange(
            List.of(wanted),
            new SubscriptionChange.Timing.Keep(),
            SubscriptionParams.proration(params),
            SubscriptionParams.orNull(params.integer("proration_date")),
            SubscriptionParams.behavior(params),
            params.flag("off_session").orElse(false)));
  }

  private static ObjectNode item(Work work, String id) {
    return Items.find(holder(work, id), id).orElseThrow();
  }

  private static ObjectNode holder(Work work, String id) {
    return Items.holder(work, id)
        .orElseThrow(() -> StripeError.missing(Kind.SUBSCRIPTION_ITEM, id, null));
  }
}
