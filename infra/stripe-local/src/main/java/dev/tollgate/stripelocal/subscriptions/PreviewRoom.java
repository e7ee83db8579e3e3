package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.invoices.NotOffered;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.Optional;

/**
 * Foresees invoices: the next one of a subscription, the one a change would bring, the first of a
 * subscription yet to be. It is reckoned by the same steps as the real one, on a copy, so for the
 * same {@code proration_date} it comes to the same.
 */
final class PreviewRoom implements Room {
  private final Subscriptions subscriptions;

  PreviewRoom(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public void register(Router router) {
    router.on("POST", "/v1/invoices/create_preview", this::preview);
  }

  private ObjectNode preview(Call call) {
    Params params = call.params();
    NotOffered.check(params);
    Params details = params.in("subscription_details").orElse(Params.none());
    Optional<String> id = params.text("subscription");
    return id.isPresent()
        ? next(call.work(), id.get(), details)
        : first(call.work(), params, details);
  }

  private ObjectNode next(Work work, String id, Params details) {
    ObjectNode subscription = work.get(Kind.SUBSCRIPTION, id, "subscription");
    if (Ended.isEnded(subscription)) {
      throw nothing();
    }
    SubscriptionChange change = SubscriptionParams.change(work, details).orElse(null);
    boolean ends =
        details.flag("cancel_at_period_end").orElse(false)
            || Json.number(subscription, "cancel_at", Long.MAX_VALUE)
                <= Items.firstPeriodEnd(subscription);
    boolean atOnce =
        change != null
            && (change.proration() == Proration.ALWAYS_INVOICE
                || change.timing() instanceof SubscriptionChange.Timing.AnchorNow);
    if (ends && !atOnce) {
      throw nothing();
    }
    return subscriptions.foresee(work, subscription, change);
  }

  private ObjectNode first(Work work, Params params, Params details) {
    NewSubscription spec =
        NewSubscription.of(params.require("customer"), SubscriptionParams.items(work, details))
            .withTrial(
                details.text("trial_end").filter("now"::equals).isPresent()
                    ? null
                    : SubscriptionParams.orNull(details.integer("trial_end")),
                null);
    return subscriptions.foresee(work, spec);
  }

  private static StripeError nothing() {
    return StripeError.of(
        404,
        "invalid_request_error",
        "invoice_upcoming_none",
        "No upcoming invoices for customer",
        null);
  }
}
