package dev.tollgate.stripelocal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.pages.Amounts;
import dev.tollgate.stripelocal.portal.Answer.Done;
import dev.tollgate.stripelocal.portal.Answer.Refused;
import dev.tollgate.stripelocal.subscriptions.CancelAt;
import dev.tollgate.stripelocal.subscriptions.ItemChange;
import dev.tollgate.stripelocal.subscriptions.Proration;
import dev.tollgate.stripelocal.subscriptions.SubscriptionChange;
import dev.tollgate.stripelocal.subscriptions.Subscriptions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a customer does to a subscription. */
final class SubscriptionActions {
  private static final Set<String> FEEDBACK =
      Set.of(
          "customer_service",
          "low_quality",
          "missing_features",
          "other",
          "switched_service",
          "too_complex",
          "too_expensive",
          "unused");

  private final Subscriptions subscriptions;

  SubscriptionActions(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  /**
   * In flexible billing mode only {@code cancel_at} is set; {@code cancel_at_period_end} stays
   * false.
   */
  Answer cancel(
      Work work, Access access, ObjectNode subscription, String feedback, String comment) {
    JsonNode feature = access.configuration().at("/features/subscription_cancel");
    if (!access.allows("subscription_cancel")) {
      return new Refused(403, "Subscriptions can not be canceled here.");
    }
    if (subscription.hasNonNull("cancel_at")) {
      return new Refused(409, "The subscription is already set to be canceled.");
    }
    ObjectNode details = (ObjectNode) subscription.path("cancellation_details");
    if (FEEDBACK.contains(feedback)) {
      details.put("feedback", feedback);
    }
    if (!comment.isBlank()) {
      details.put("comment", comment);
    }
    if (feature.path("mode").asText().equals("immediately")) {
      boolean prorate = !feature.path("proration_behavior").asText().equals("none");
      subscriptions.cancelNow(work, subscription, false, prorate);
      return new Done("The subscription is canceled.");
    }
    if ("classic".equals(subscription.at("/billing_mode/type").asText())) {
      subscriptions.setCancelAtPeriodEnd(work, subscription, true);
    } else {
      subscriptions.setCancelAt(work, subscription, new CancelAt.MaxPeriodEnd());
    }
    return new Done(
        "The subscription ends on "
            + Amounts.day(subscription.path("cancel_at").longValue())
            + ".");
  }

  Answer undo(Work work, Access access, ObjectNode subscription) {
    if (!access.allows("subscription_cancel")) {
      return new Refused(403, "Subscriptions can not be changed here.");
    }
    if (!subscription.hasNonNull("cancel_at")) {
      return new Refused(409, "The subscription is not set to be canceled.");
    }
    if (subscription.path("cancel_at_period_end").booleanValue()) {
      subscriptions.setCancelAtPeriodEnd(work, subscription, false);
    } else {
      subscriptions.setCancelAt(work, subscription, null);
    }
    return new Done("The subscription goes on.");
  }

  /** Another plan, other seats, or both; null keeps what is. */
  Answer change(
      Work work,
      Access access,
      ObjectNode subscription,
      @Nullable String price,
      @Nullable Long quantity) {
    Optional<ObjectNode> item = Access.planItem(subscription);
    if (item.isEmpty()) {
      return new Refused(409, "A subscription of several products can not be changed here.");
    }
    return changeItem(work, access, subscription, item.get(), price, quantity);
  }

  Answer changeItem(
      Work work,
      Access access,
      ObjectNode subscription,
      ObjectNode item,
      @Nullable String price,
      @Nullable Long quantity) {
    String present = item.at("/price/id").asText();
    String nextPrice = price == null ? present : price;
    long next = quantity == null ? item.path("quantity").asLong(1) : quantity;
    if (subscription.hasNonNull("cancel_at")) {
      return new Refused(409, "The subscription is set to be canceled and can not be changed.");
    }
    if (nextPrice.equals(present) && next == item.path("quantity").asLong(1)) {
      return new Refused(409, "That is what the subscription is already.");
    }
    Optional<Refused> refused = refuse(work, access, subscription, item, nextPrice, next);
    if (refused.isPresent()) {
      return refused.get();
    }
    subscriptions.update(
        work,
        subscription,
        SubscriptionChange.of(
            ItemChange.of(item.path("id").asText(), nextPrice, next), proration(access)));
    return new Done("The subscription is changed.");
  }

  private static Optional<Refused> refuse(
      Work work,
      Access access,
      ObjectNode subscription,
      ObjectNode item,
      String nextPrice,
      long next) {
    boolean otherPrice = !nextPrice.equals(item.at("/price/id").asText());
    boolean otherQuantity = next != item.path("quantity").asLong(1);
    if (otherPrice && !Features.allowsUpdateOf(access.configuration(), "price")) {
      return Optional.of(new Refused(403, "Plans can not be switched here."));
    }
    if (otherQuantity && !Features.allowsUpdateOf(access.configuration(), "quantity")) {
      return Optional.of(new Refused(403, "Seats can not be changed here."));
    }
    List<ObjectNode> offers = access.offers(work, subscription);
    Optional<ObjectNode> target =
        offers.stream().filter(one -> nextPrice.equals(one.path("id").asText())).findFirst();
    if (otherPrice && target.isEmpty()) {
      return Optional.of(new Refused(400, "There is no such plan to switch to."));
    }
    Access.Seats seats = access.seats(target.orElse((ObjectNode) item.path("price")));
    return seats.allow(next)
        ? Optional.empty()
        : Optional.of(
            new Refused(
                400, "Seats must be between " + seats.least() + " and " + seats.most() + "."));
  }

  private static Proration proration(Access access) {
    String behavior =
        access.configuration().at("/features/subscription_update/proration_behavior").asText();
    return Proration.valueOf(behavior.toUpperCase(Locale.ROOT));
  }

  /** What the flow {@code subscription_update_confirm} has prepared. */
  Answer confirm(Work work, Access access, ObjectNode subscription) {
    JsonNode wanted = access.session().at("/flow/subscription_update_confirm/items/0");
    for (JsonNode item : subscription.path("items").path("data")) {
      if (item.path("id").asText().equals(wanted.path("id").asText())) {
        return changeItem(
            work,
            access,
            subscription,
            (ObjectNode) item,
            Json.text(wanted, "price"),
            wanted.hasNonNull("quantity") ? Long.valueOf(wanted.path("quantity").asLong()) : null);
      }
    }
    return new Refused(400, "There is nothing to confirm.");
  }
}
