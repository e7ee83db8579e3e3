package dev.tollgate.stripe;

import com.stripe.model.Subscription;
import com.stripe.param.SubscriptionCancelParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.SubscriptionUpdateParams.PaymentBehavior;
import com.stripe.param.SubscriptionUpdateParams.ProrationBehavior;
import com.stripe.param.common.EmptyParam;
import dev.tollgate.core.billing.Contracts;
import java.util.Optional;

/** Subscriptions at Stripe. What is so already is never asked for again. */
final class StripeContracts implements Contracts {
  private final StripeApi api;
  private final PlanNames plans;
  private final Previewing previewing;
  private final GivingBack givingBack;

  StripeContracts(StripeApi api, PlanNames plans) {
    this.api = api;
    this.plans = plans;
    this.previewing = new Previewing(api);
    this.givingBack = new GivingBack(api);
  }

  @Override
  public Preview preview(String contract, Change change) {
    return previewing.preview(show(contract).orElseThrow(() -> gone(contract)), change);
  }

  @Override
  public Outcome change(String contract, Change change, String key) {
    return switch (tryChange(contract, change, key)) {
      // Under this key the same was tried at another second, and perhaps declined then.
      case Outcome.KeyTaken _ ->
          tryChange(contract, change, key + "-" + change.at().getEpochSecond());
      case Outcome.Changed changed -> changed;
      case Outcome.Declined declined -> declined;
    };
  }

  private Outcome tryChange(String contract, Change change, String key) {
    Subscription present = show(contract).orElseThrow(() -> gone(contract));
    if (ItemChange.isMade(present, change)) {
      return new Outcome.Changed();
    }
    Reply<Subscription> reply =
        api.ask(
            "change a subscription",
            stripe ->
                stripe
                    .v1()
                    .subscriptions()
                    .update(contract, update(present, change), StripeApi.keyed(key)));
    return switch (reply) {
      case Reply.Given<Subscription> _ -> new Outcome.Changed();
      case Reply.KeyTaken<Subscription> _ -> new Outcome.KeyTaken();
      case Reply.Declined<Subscription>(String reason) -> new Outcome.Declined(reason);
      case Reply.Refused<Subscription> refused when lacksCard(refused) ->
          new Outcome.Declined("no_payment_method");
      case Reply.Refused<Subscription> refused -> {
        refused.orBug("change a subscription");
        throw new AssertionError("a refusal has no value");
      }
    };
  }

  /** How Stripe says that there is nothing to charge: something is missing that has no name. */
  private static boolean lacksCard(Reply.Refused<Subscription> refused) {
    return refused.code().equals("resource_missing") && refused.field().isEmpty();
  }

  private SubscriptionUpdateParams update(Subscription present, Change change) {
    SubscriptionUpdateParams.Builder update =
        SubscriptionUpdateParams.builder()
            .setProrationBehavior(ProrationBehavior.ALWAYS_INVOICE)
            .setProrationDate(change.at().getEpochSecond())
            .setPaymentBehavior(PaymentBehavior.ERROR_IF_INCOMPLETE);
    ItemChange.of(present, change).forEach(item -> update.addItem(item.made()));
    plans.matched(change.price()).ifPresent(plan -> update.putMetadata(Metadata.PLAN, plan));
    return update.build();
  }

  @Override
  public void cancelAtPeriodEnd(String contract, String key) {
    if (show(contract).filter(present -> !isOver(present) && !isEnding(present)).isPresent()) {
      update(contract, SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(true), key);
    }
  }

  @Override
  public void resume(String contract, String key) {
    Optional<Subscription> present = show(contract).filter(each -> !isOver(each) && isEnding(each));
    if (present.isEmpty()) {
      return;
    }
    var update = SubscriptionUpdateParams.builder();
    if (Boolean.TRUE.equals(present.get().getCancelAtPeriodEnd())) {
      update.setCancelAtPeriodEnd(false); // takes the moment with it
    } else {
      update.setCancelAt(EmptyParam.EMPTY);
    }
    update(contract, update, key);
  }

  /** What was used and not billed yet is billed; nothing of the period comes back. */
  @Override
  public void cancelNow(String contract, String key) {
    cancel(contract, true);
  }

  @Override
  public void undo(String contract, String key) {
    cancel(contract, false);
    givingBack.all(contract, key);
  }

  /** Deleting takes no key, and needs none. */
  private void cancel(String contract, boolean invoiceNow) {
    if (show(contract).filter(present -> !isOver(present)).isPresent()) {
      SubscriptionCancelParams how =
          SubscriptionCancelParams.builder().setInvoiceNow(invoiceNow).setProrate(false).build();
      api.find(
          "cancel a subscription", stripe -> stripe.v1().subscriptions().cancel(contract, how));
    }
  }

  private void update(String contract, SubscriptionUpdateParams.Builder update, String key) {
    api.call(
        "update a subscription",
        stripe ->
            stripe.v1().subscriptions().update(contract, update.build(), StripeApi.keyed(key)));
  }

  private Optional<Subscription> show(String contract) {
    return api.find(
        "show a subscription", stripe -> stripe.v1().subscriptions().retrieve(contract));
  }

  private static boolean isOver(Subscription subscription) {
    return "canceled".equals(subscription.getStatus())
        || "incomplete_expired".equals(subscription.getStatus());
  }

  private static boolean isEnding(Subscription subscription) {
    return subscription.getCancelAt() != null
        || Boolean.TRUE.equals(subscription.getCancelAtPeriodEnd());
  }

  private static IllegalStateException gone(String contract) {
    return new IllegalStateException("there is no subscription " + contract);
  }
}
