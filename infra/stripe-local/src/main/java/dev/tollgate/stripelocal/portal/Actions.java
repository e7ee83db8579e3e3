package dev.tollgate.stripelocal.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.payments.CardDetails;
import dev.tollgate.stripelocal.portal.Answer.Refused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything a customer can ask for in the portal, by name. */
final class Actions {
  private final SubscriptionActions subscriptions;
  private final CardActions cards;

  Actions(SubscriptionActions subscriptions, CardActions cards) {
    this.subscriptions = subscriptions;
    this.cards = cards;
  }

  /**
   * What is asked.
   *
   * @param subscription its id; empty for the only one
   * @param quantity seats; null keeps them
   * @param card null where none is written
   */
  record Asked(
      String action,
      String subscription,
      @Nullable String price,
      @Nullable Long quantity,
      @Nullable CardDetails card,
      String paymentMethod,
      String feedback,
      String comment) {}

  Answer run(Work work, Access access, Asked asked) {
    return switch (asked.action()) {
      case "set_card" ->
          asked.card() == null
              ? new Refused(400, "A card number is needed.")
              : cards.add(work, access, asked.card());
      case "default_card" -> cards.choose(work, access, asked.paymentMethod());
      case "remove_card" -> cards.remove(work, access, asked.paymentMethod());
      case "cancel", "undo_cancel", "switch", "seats", "confirm" ->
          onSubscription(work, access, asked);
      default -> new Refused(400, "There is no such action.");
    };
  }

  private Answer onSubscription(Work work, Access access, Asked asked) {
    Optional<ObjectNode> found = access.subscription(work, asked.subscription());
    if (found.isEmpty()) {
      return new Refused(404, "There is no such subscription.");
    }
    ObjectNode subscription = found.get();
    return switch (asked.action()) {
      case "cancel" ->
          subscriptions.cancel(work, access, subscription, asked.feedback(), asked.comment());
      case "undo_cancel" -> subscriptions.undo(work, access, subscription);
      case "confirm" -> subscriptions.confirm(work, access, subscription);
      default -> subscriptions.change(work, access, subscription, asked.price(), asked.quantity());
    };
  }
}
