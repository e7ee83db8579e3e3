package dev.tollgate.dynamo;

import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.StoredEvent;
import dev.tollgate.core.billing.StoredEvent.Status;
import dev.tollgate.core.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * An event of the payment provider and what became of it. It stands in the due index under the day
 * on which it was received, so that events can be listed by time.
 */
final class EventItem {
  /** The provider itself keeps events for 30 days. */
  static final Duration KEPT = Duration.ofDays(90);

  private static final int LONGEST_EFFECT = 1000;

  private EventItem() {}

  record EventKey(String event) implements Key {
    @Override
    public String partition() {
      return "EVENT#" + Key.foreign(event);
    }

    @Override
    public String sort() {
      return "EVENT";
    }
  }

  static LocalDate day(Instant receivedAt) {
    return LocalDate.ofInstant(receivedAt, ZoneOffset.UTC);
  }

  static String shard(LocalDate day) {
    return "EVENTS#" + day;
  }

  /** A first delivery; refused by the item of an earlier one. */
  static Action receive(ProviderEvent event, Instant now) {
    return Action.put(
            new Row.Writer(new EventKey(event.id()))
                .text("id", event.id())
                .text("type", event.type())
                .instant("created_at", event.createdAt())
                .text("subject", event.subject())
                .text("customer", event.customer())
                .text("status", Status.RECEIVED.wireName())
                .instant("received_at", now)
                .text("due_shard", shard(day(now)))
                .instant("due_at", now)
                .expires(now.plus(KEPT)))
        .ifAbsent();
  }

  /** Also of an event that was never delivered and was found out by asking. */
  static Action finish(TenantId tenant, BillingChange.Outcome outcome, Instant now) {
    return finish(outcome.event(), outcome.status(), Optional.of(tenant), outcome.effect(), now);
  }

  /** Nothing that was applied is taken back. */
  static Action ignore(ProviderEvent event, String why, Instant now) {
    return finish(event, Status.IGNORED, Optional.empty(), why, now)
        .when("attribute_not_exists(pk) OR #status <> :applied")
        .with(":applied", Status.APPLIED.wireName());
  }

  private static Action finish(
      ProviderEvent event, Status status, Optional<TenantId> tenant, String effect, Instant now) {
    return Action.update(
            new EventKey(event.id()),
            "SET #status = :status, finished_at = :now, effect = :effect"
                + ", id = :id, #type = :type, created_at = :created_at, subject = :subject"
                + ", received_at = if_not_exists(received_at, :now)"
                + ", due_shard = if_not_exists(due_shard, :shard)"
                + ", due_at = if_not_exists(due_at, :now)"
                + ", #ttl = if_not_exists(#ttl, :ttl)"
                + tenant.map(_ -> ", tenant = :tenant").orElse("")
                + event.customer().map(_ -> ", customer = :customer").orElse(""))
        .with(":status", status.wireName())
        .with(":now", now)
        .with(":effect", shortened(effect))
        .with(":id", event.id())
        .with(":type", event.type())
        .with(":created_at", event.createdAt())
        .with(":subject", event.subject())
        .with(":shard", shard(day(now)))
        .with(":ttl", now.plus(KEPT).getEpochSecond())
        .withOptional(":tenant", tenant.map(TenantId::value))
        .withOptional(":customer", event.customer());
  }

  /** Of an event that is there and was not applied. */
  static Action fail(String id, String reason, Instant now) {
    return Action.update(
            new EventKey(id), "SET #status = :failed, finished_at = :now, effect = :reason")
        .when("attribute_exists(pk) AND #status <> :applied")
        .with(":failed", Status.FAILED.wireName())
        .with(":applied", Status.APPLIED.wireName())
        .with(":reason", shortened(reason))
        .with(":now", now);
  }

  /** As if it had been received now, so that it is watched over like any other. */
  static Action reopen(String id, Instant now) {
    return Action.update(
            new EventKey(id),
            "SET #status = :received, received_at = :now, due_shard = :shard, due_at = :now"
                + ", #ttl = :ttl REMOVE finished_at, tenant, effect")
        .ifPresent()
        .with(":received", Status.RECEIVED.wireName())
        .with(":now", now)
        .with(":shard", shard(day(now)))
        .with(":ttl", now.plus(KEPT).getEpochSecond());
  }

  static StoredEvent read(Row row) {
    return new StoredEvent(
        new ProviderEvent(
            row.text("id"),
            row.text("type"),
            row.instant("created_at"),
            row.text("subject"),
            row.optionalText("customer")),
        status(row),
        row.instant("received_at"),
        row.optionalInstant("finished_at"),
        row.optionalText("tenant"),
        row.optionalText("effect"));
  }

  static Status status(Row row) {
    String word = row.text("status");
    for (Status status : Status.values()) {
      if (status.wireName().equals(word)) {
        return status;
      }
    }
    throw new IllegalStateException("an event in an unknown status");
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_EFFECT ? text.substring(0, LONGEST_EFFECT) : text;
  }
}
