package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.EndpointId;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.outgoing.Delivery;
import dev.tollgate.core.outgoing.Delivery.Cancelled;
import dev.tollgate.core.outgoing.Delivery.Delivered;
import dev.tollgate.core.outgoing.Delivery.Failure;
import dev.tollgate.core.outgoing.Delivery.GivenUp;
import dev.tollgate.core.outgoing.Delivery.Pending;
import dev.tollgate.core.outgoing.Letter;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A letter on its way to an endpoint of outgoing webhooks. It stands in the due index while it has
 * a try before it; a try that was begun is due again when its lease is over.
 */
final class WebhookItem {
  static final String PREFIX = "DELIVERY#";

  static final Shards SHARDS = new Shards("OUTGOING#", 8);

  private WebhookItem() {}

  /**
   * @param message an id, or the place of a cursor
   */
  record WebhookKey(EndpointId endpoint, String message) implements Key {
    static WebhookKey of(EndpointId endpoint, MessageId message) {
      return new WebhookKey(endpoint, message.value());
    }

    @Override
    public String partition() {
      return WebhookItem.partition(endpoint);
    }

    @Override
    public String sort() {
      return PREFIX + message;
    }
  }

  static String partition(EndpointId endpoint) {
    return EndpointItem.PARTITION + "#" + endpoint.value();
  }

  static Action put(Delivery delivery) {
    Letter letter = delivery.letter();
    Row.Writer row =
        new Row.Writer(WebhookKey.of(letter.endpoint(), letter.message()))
            .text("endpoint", letter.endpoint().value())
            .text("message", letter.message().value())
            .text("event", letter.event())
            .text("body", letter.body())
            .instant("created_at", letter.createdAt())
            .number("tries", delivery.tries())
            .nested("failure", delivery.failure().map(WebhookItem::write))
            .number("version", delivery.version());
    return Action.put(
        switch (delivery) {
          case Pending pending ->
              row.text("state", "pending")
                  .flag("being_tried", pending.beingTried())
                  .text("due_shard", SHARDS.of(letter.message().value()))
                  .instant("due_at", pending.nextTry());
          case Delivered delivered ->
              ended(row.text("state", "delivered").number("status", delivered.status()), delivered);
          case GivenUp givenUp -> ended(row.text("state", "given_up"), givenUp);
          case Cancelled cancelled -> ended(row.text("state", "cancelled"), cancelled);
        });
  }

  private static Row.Writer ended(Row.Writer row, Delivery.Ended ended) {
    return row.instant("ended_at", ended.at()).expires(ended.at().plus(Delivery.KEPT));
  }

  private static Row.Writer write(Failure failure) {
    Row.Writer row = Row.Writer.nested().text("reason", failure.reason());
    failure.status().ifPresent(status -> row.number("status", status));
    return row;
  }

  static Delivery read(Row row) {
    Letter letter =
        new Letter(
            new EndpointId(row.text("endpoint")),
            new MessageId(row.text("message")),
            row.text("event"),
            row.text("body"),
            row.instant("created_at"));
    int tries = row.number("tries");
    Optional<Failure> failure = row.nested("failure").map(WebhookItem::failure);
    long version = row.longNumber("version");
    return switch (row.text("state")) {
      case "pending" ->
          new Pending(
              letter, tries, failure, row.instant("due_at"), row.flag("being_tried"), version);
      case "delivered" ->
          new Delivered(
              letter, tries, failure, row.instant("ended_at"), row.number("status"), version);
      case "given_up" -> new GivenUp(letter, tries, failure, row.instant("ended_at"), version);
      case "cancelled" -> new Cancelled(letter, tries, failure, row.instant("ended_at"), version);
      default -> throw new IllegalStateException("a delivery in an unknown state");
    };
  }

  private static Failure failure(Row nested) {
    OptionalInt status =
        nested.attributes().containsKey("status")
            ? OptionalInt.of(nested.number("status"))
            : OptionalInt.empty();
    return new Failure(status, nested.text("reason"));
  }

  /** By the clock, since DynamoDB deletes days late. */
  static boolean isKept(Delivery delivery, Instant now) {
    return !(delivery instanceof Delivery.Ended ended)
        || now.isBefore(ended.at().plus(Delivery.KEPT));
  }
}
