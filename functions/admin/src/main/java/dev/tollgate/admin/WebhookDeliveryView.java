package dev.tollgate.admin;

import dev.tollgate.core.outgoing.Delivery;
import dev.tollgate.core.outgoing.WebhookDeliveries;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One piece of news on its way to an endpoint.
 *
 * @param messageId the webhook-id that the receiver sees
 * @param status pending, delivered, given_up or cancelled
 * @param tries how many have begun
 * @param nextTryAt null once it has ended
 * @param endedAt null while it is pending
 * @param answerStatus of the receiver's last answer; null where there was none
 * @param failure why the last try that failed did; null where none has
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record WebhookDeliveryView(
    String messageId,
    String event,
    String status,
    int tries,
    String createdAt,
    @Nullable String nextTryAt,
    @Nullable String endedAt,
    @Nullable Integer answerStatus,
    @Nullable String failure) {

  static WebhookDeliveryView of(Delivery delivery) {
    return new WebhookDeliveryView(
        delivery.message().value(),
        delivery.letter().event(),
        status(delivery),
        delivery.tries(),
        delivery.letter().createdAt().toString(),
        delivery instanceof Delivery.Pending pending ? pending.nextTry().toString() : null,
        delivery instanceof Delivery.Ended ended ? ended.at().toString() : null,
        answerStatus(delivery),
        delivery.failure().map(Delivery.Failure::reason).orElse(null));
  }

  private static String status(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Pending _ -> "pending";
      case Delivery.Delivered _ -> "delivered";
      case Delivery.GivenUp _ -> "given_up";
      case Delivery.Cancelled _ -> "cancelled";
    };
  }

  private static @Nullable Integer answerStatus(Delivery delivery) {
    if (delivery instanceof Delivery.Delivered delivered) {
      return delivered.status();
    }
    OptionalInt status =
        delivery.failure().map(Delivery.Failure::status).orElseGet(OptionalInt::empty);
    return status.isPresent() ? Integer.valueOf(status.getAsInt()) : null;
  }

  /** Deliveries of one endpoint, newest first. */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record PageView(List<WebhookDeliveryView> items, @Nullable String nextCursor) {
    static PageView of(WebhookDeliveries.Page page) {
      return new PageView(
          page.deliveries().stream().map(WebhookDeliveryView::of).toList(),
          page.nextCursor().orElse(null));
    }
  }
}
