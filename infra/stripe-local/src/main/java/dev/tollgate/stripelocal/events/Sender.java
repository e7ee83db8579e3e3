package dev.tollgate.stripelocal.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.events.Delivery.State;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Ledger;
import dev.tollgate.stripelocal.ledger.Origin;
import dev.tollgate.stripelocal.settings.Positions;
import dev.tollgate.stripelocal.settings.Site;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Delivers events over HTTP, outside the ledger's lock: each endpoint has its own lane, which sends
 * one after the other in the order of the changes unless a knob or the settings say otherwise.
 */
public final class Sender implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Sender.class.getName());

  private final Ledger ledger;
  private final Site site;
  private final Outbox outbox;
  private final Lanes lanes = new Lanes();
  private final AtomicInteger underway = new AtomicInteger();
  private final Optional<Random> shuffle;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Sender(Ledger ledger, Site site, Outbox outbox) {
    this.ledger = ledger;
    this.site = site;
    this.outbox = outbox;
    this.shuffle =
        site.settings().shuffleSeed().isPresent()
            ? Optional.of(new Random(site.settings().shuffleSeed().getAsLong()))
            : Optional.empty();
  }

  /** Deliveries on their way now. */
  public int underway() {
    return underway.get();
  }

  /** Takes on what a commit queued. */
  void committed(List<ObjectNode> records) {
    List<Delivery> queued = new ArrayList<>();
    for (ObjectNode object : records) {
      Delivery delivery = new Delivery(object);
      if (delivery.state() == State.QUEUED) {
        queued.add(delivery);
      }
    }
    if (site.knobs().now().reorder()) {
      Collections.reverse(queued);
    }
    shuffle.ifPresent(random -> shuffle(queued, random));
    for (Delivery delivery : queued) {
      underway.incrementAndGet();
      lanes.run(delivery.endpoint(), () -> deliver(delivery.id()));
    }
  }

  private static void shuffle(List<Delivery> queued, Random random) {
    synchronized (random) {
      Collections.shuffle(queued, random);
    }
  }

  private void deliver(String id) {
    try {
      Positions positions = site.knobs().now();
      Optional<Message> message =
          ledger.work(Origin.AUTOMATIC, work -> message(work, id, positions));
      if (message.isEmpty()) {
        return;
      }
      String result = "";
      for (int copy = 0; copy <= positions.duplicate(); copy++) {
        result = send(message.get(), positions);
      }
      record(id, result);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "delivery " + id, e);
    } finally {
      underway.decrementAndGet();
    }
  }

  private Optional<Message> message(
      dev.tollgate.stripelocal.ledger.Work work, String id, Positions positions) {
    Delivery delivery = new Delivery(work.get(Kind.DELIVERY, id));
    Optional<ObjectNode> endpoint =
        work.find(Kind.WEBHOOK_ENDPOINT, delivery.endpoint())
            .filter(object -> new Endpoint(object).isEnabled());
    Optional<ObjectNode> event = work.find(delivery.eventKind(), delivery.event());
    if (delivery.state() != State.QUEUED || endpoint.isEmpty() || event.isEmpty()) {
      delivery.become(delivery.state() == State.QUEUED ? State.FAILED : delivery.state());
      return Optional.empty();
    }
    return Optional.of(Message.of(event.get(), endpoint.get(), work.now(), positions));
  }

  /** The status answered, or what went wrong. */
  private String send(Message message, Positions positions) {
    long now = ledger.now();
    try {
      return Integer.toString(
          http.send(message.request(now, positions), BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      return e.getClass().getSimpleName();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private void record(String id, String result) {
    if (result.equals("interrupted")) {
      return; // The server stops; the delivery stays queued for its next start.
    }
    ledger.work(
        Origin.AUTOMATIC,
        work -> {
          Delivery delivery = new Delivery(work.get(Kind.DELIVERY, id));
          if (result.matches("2\\d\\d")) {
            outbox.delivered(work, delivery, result);
          } else {
            outbox.failed(work, delivery, result);
          }
          return true;
        });
  }

  @Override
  public void close() {
    lanes.close();
    http.shutdownNow();
  }
}
