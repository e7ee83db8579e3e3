package dev.tollgate.stripelocal.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.events.Delivery.State;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.settings.Knobs;
import dev.tollgate.stripelocal.settings.Positions;
import java.time.Duration;
import java.util.List;

/** Inside a Work: which deliveries an event makes, and what becomes of each. */
final class Outbox {
  static final String RETRY = "webhook.retry";

  private final Knobs knobs;
  private final List<Duration> retries;

  Outbox(Knobs knobs, List<Duration> retries) {
    this.knobs = knobs;
    this.retries = retries;
  }

  /** Told of each new event. */
  void emitted(Work work, ObjectNode event) {
    dispatch(work, event);
    if (knobs.now().twoIds()) {
      ObjectNode twin = event.deepCopy();
      twin.remove("id");
      if (twin.has("pending_webhooks")) {
        twin.put("pending_webhooks", 0);
      }
      dispatch(work, work.add(kind(event), twin));
    }
  }

  /** Sends an event (again) to every endpoint that takes it; says to how many. */
  int dispatch(Work work, ObjectNode event) {
    int count = 0;
    for (ObjectNode endpoint :
        work.view(Kind.WEBHOOK_ENDPOINT, object -> new Endpoint(object).takes(event))) {
      work.add(
          Kind.DELIVERY,
          Delivery.fields(
              event.required("id").textValue(),
              kind(event),
              endpoint.required("id").textValue(),
              firstState()));
      count++;
    }
    pending(event, count);
    return count;
  }

  void release(Work work) {
    // Touched oldest first: that is the order in which they are sent.
    for (ObjectNode held :
        work.view(Kind.DELIVERY, record -> new Delivery(record).state() == State.HELD).reversed()) {
      new Delivery(work.get(Kind.DELIVERY, new Delivery(held).id())).become(State.QUEUED);
    }
  }

  void delivered(Work work, Delivery delivery, String result) {
    delivery.attempted(work.now(), result);
    delivery.become(State.DELIVERED);
    work.find(delivery.eventKind(), delivery.event()).ifPresent(event -> pending(event, -1));
  }

  /** Puts the next attempt on the agenda, or gives up. */
  void failed(Work work, Delivery delivery, String result) {
    int failed = delivery.attempts();
    delivery.attempted(work.now(), result);
    if (failed >= retries.size()) {
      delivery.become(State.FAILED);
      return;
    }
    delivery.become(State.WAITING);
    work.schedule(
        work.now() + retries.get(failed).toSeconds(), RETRY, Kind.DELIVERY, delivery.id());
  }

  static void retry(Work work, ObjectNode record) {
    new Delivery(record).become(State.QUEUED);
  }

  private State firstState() {
    Positions positions = knobs.now();
    if (knobs.takeDrop()) {
      return State.DROPPED;
    }
    return positions.delay() ? State.HELD : State.QUEUED;
  }

  private static Kind kind(ObjectNode event) {
    return Kind.THIN_EVENT.object().equals(Json.text(event, "object"))
        ? Kind.THIN_EVENT
        : Kind.EVENT;
  }

  /** Thin events do not count their deliveries. */
  private static void pending(ObjectNode event, int more) {
    if (event.has("pending_webhooks")) {
      event.put("pending_webhooks", Math.max(0, event.path("pending_webhooks").intValue() + more));
    }
  }
}
