package dev.tollgate.journeys;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import com.stripe.param.EventListParams;
import dev.tollgate.core.billing.EventTypes;
import dev.tollgate.lambda.events.LaneConsumer;
import dev.tollgate.lambda.events.QueueRecord;
import dev.tollgate.lambda.events.Verdict;
import dev.tollgate.lambda.json.Json;
import dev.tollgate.stripelocal.Options;
import dev.tollgate.stripelocal.StripeLocal;
import dev.tollgate.stripelocal.settings.Settings;
import dev.tollgate.testkit.servers.AwsBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * A world with a payment provider: the stand-in, the real FIFO queue between our two webhook doors,
 * and a hand that carries signed events from one to the other.
 */
final class Till implements AutoCloseable {
  static final String WEBHOOK_SECRET = "whsec_0123456789abcdef0123456789abcdef";

  /** For longer than any edition's dunning takes, as a deployment sets it. */
  private static final List<Duration> PAYMENT_RETRIES =
      Stream.of(3, 7, 14, 21, 28).map(Duration::ofDays).toList();

  private static final URI NOBODY = URI.create("http://127.0.0.1:1");

  final World world;
  final StripeLocal stripe;
  final StripeClient client;
  private final SqsClient sqs;
  private final String queue;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Elapsed elapsed;
  private String told = "";

  /** Real time, and what was added to it. */
  private static final class Elapsed implements java.time.InstantSource {
    private volatile Duration added = Duration.ZERO;

    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(added);
    }
  }

  private Till(World world, StripeLocal stripe, SqsClient sqs, String queue, Elapsed elapsed) {
    this.world = world;
    this.stripe = stripe;
    this.sqs = sqs;
    this.queue = queue;
    this.elapsed = elapsed;
    this.client =
        StripeClient.builder()
            .setApiKey("sk_test_local")
            .setApiBase(stripe.baseUri().toString())
            .build();
  }

  /** Without mails: nobody listens where they would go. */
  static Till of(String edition) {
    return of(edition, NOBODY, "", Settings.defaults());
  }

  /**
   * With mails, and a provider that tries for four weeks.
   *
   * @param mails where SES is
   */
  static Till of(String edition, URI mails) {
    Settings.Billing patient = Settings.Billing.defaults().retrying(PAYMENT_RETRIES);
    return of(edition, mails, "", Settings.defaults().with(patient));
  }

  /** Where the platform owner may mark tenants as sandboxes. */
  static Till withSandboxes(String edition) {
    return of(edition, NOBODY, "true", Settings.defaults());
  }

  private static Till of(String edition, URI mails, String sandboxes, Settings settings) {
    Elapsed elapsed = new Elapsed();
    StripeLocal stripe =
        StripeLocal.start(new Options(0, Optional.empty(), elapsed, settings, new Random(1)));
    String name = AwsBackend.unique("stripe-events") + ".fifo";
    World world =
        World.of(
            edition,
            Map.of(
                "STRIPE_SECRET",
                "stripe-keys",
                "STRIPE_ENDPOINT",
                stripe.baseUri().toString(),
                "STRIPE_EVENTS_QUEUE_NAME",
                name,
                "SANDBOX_TENANTS",
                sandboxes,
                "MAIL_FROM",
                "no-reply@tollgate.test",
                "SES_ENDPOINT",
                mails.toString()),
            Map.of(
                "stripe-keys",
                "{\"api_key\":\"sk_test_local\",\"webhook_secrets\":[\""
                    + WEBHOOK_SECRET
                    + "\"]}"));
    SqsClient sqs = world.queues();
    return new Till(world, stripe, sqs, world.eventsQueue(), elapsed);
  }

  /** Time passes for all; what falls due at the provider on the way happens. */
  void pass(Duration time) {
    Duration target = elapsed.added.plus(time);
    Instant end = elapsed.instant().plus(time);
    for (Optional<Instant> due = stripe.nextDue();
        due.isPresent() && due.get().isBefore(end);
        due = stripe.nextDue()) {
      Duration ahead = Duration.between(elapsed.instant(), due.get());
      if (ahead.isPositive()) {
        elapsed.added = elapsed.added.plus(ahead);
      }
      stripe.runDue();
    }
    elapsed.added = target;
    world.advance(time);
  }

  /** Time jumps, for all; whoever asks for it looks by itself after what is due. */
  void moveTo(Instant time) {
    Duration ahead = Duration.between(elapsed.instant(), time);
    if (ahead.isPositive()) {
      elapsed.added = elapsed.added.plus(ahead);
      world.advance(ahead);
    }
  }

  /** Somebody pays on the hosted page. */
  Map<?, ?> pay(String page, String card) {
    return person(
        "/_test/checkout/" + page.substring(page.lastIndexOf('/') + 1) + "/pay",
        Map.of("card", card));
  }

  /** Somebody pays an invoice on its hosted page. */
  void payInvoice(String page, String card) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(page))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("card_number=" + card))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new AssertionError("the page answered " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Map<?, ?> person(String path, Map<String, ?> body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stripe.baseUri() + path))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(body)))
            .build();
    try {
      byte[] answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
      return (Map<?, ?>) Json.read(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What happened at the provider and concerns us, oldest first, as it would be delivered. */
  List<String> payloads() {
    List<String> payloads = new ArrayList<>();
    try {
      client
          .v1()
          .events()
          .list(EventListParams.builder().setLimit(100L).build())
          .autoPagingIterable()
          .forEach(
              event -> {
                if (EventTypes.concernUs(event.getType())) {
                  payloads.add(event.toJson());
                }
              });
    } catch (StripeException e) {
      throw new AssertionError(e);
    }
    Collections.reverse(payloads);
    return payloads;
  }

  Answer deliver(String payload) {
    return deliver(payload, signature(payload, now()));
  }

  Answer deliver(String payload, String signature) {
    return world
        .caller()
        .with("stripe-signature", signature)
        .post("/api/v1/webhooks/stripe", payload);
  }

  Instant now() {
    return elapsed.instant();
  }

  static String signature(String payload, Instant at) {
    return signature(payload, at, WEBHOOK_SECRET);
  }

  static String signature(String payload, Instant at, String secret) {
    long second = at.getEpochSecond();
    try {
      return "t="
          + second
          + ",v1="
          + Webhook.Util.computeHmacSha256(secret, second + "." + payload);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  int queued() {
    Map<QueueAttributeName, String> counts =
        sqs.getQueueAttributes(q -> q.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
            .attributes();
    return Integer.parseInt(
            counts.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0"))
        + Integer.parseInt(
            counts.getOrDefault(
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "0"));
  }

  /** Empties the queue through the FIFO door, as Lambda's mapping does. How many it took. */
  int drain() {
    LaneConsumer consumer = world.bean(LaneConsumer.class);
    int drained = 0;
    for (List<Message> batch = receive(); !batch.isEmpty(); batch = receive()) {
      Map<String, List<Message>> lanes = new java.util.LinkedHashMap<>();
      for (Message message : batch) {
        lanes.computeIfAbsent(lane(message), _ -> new ArrayList<>()).add(message);
      }
      for (List<Message> lane : lanes.values()) {
        consume(consumer, lane);
        for (Message message : lane) {
          sqs.deleteMessage(d -> d.queueUrl(queue).receiptHandle(message.receiptHandle()));
          drained++;
        }
      }
    }
    return drained;
  }

  private void consume(LaneConsumer consumer, List<Message> lane) {
    boolean done = false;
    try {
      List<Verdict> verdicts = consumer.consume(lane.stream().map(Till::record).toList());
      done = verdicts.stream().allMatch(Verdict.Done.class::isInstance);
      if (!done) {
        throw new AssertionError("a lane was not done: " + verdicts);
      }
    } finally {
      if (!done) { // what nobody finished is given out again
        lane.forEach(
            message ->
                sqs.changeMessageVisibility(
                    v ->
                        v.queueUrl(queue)
                            .receiptHandle(message.receiptHandle())
                            .visibilityTimeout(0)));
      }
    }
  }

  private List<Message> receive() {
    return sqs.receiveMessage(
            r ->
                r.queueUrl(queue)
                    .maxNumberOfMessages(10)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private static String lane(Message message) {
    return message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID);
  }

  private static QueueRecord record(Message message) {
    return new QueueRecord(message.messageId(), message.body(), 1, lane(message));
  }

  /** Everything that happened since the last time is delivered and applied. */
  void tellEverything() {
    List<Event> fresh = since(told);
    if (fresh.isEmpty()) {
      return;
    }
    told = fresh.getLast().getId();
    for (Event event : fresh) {
      if (EventTypes.concernUs(event.getType())) {
        Answer answer = deliver(event.toJson());
        if (answer.status() != 200) {
          throw new AssertionError("not taken: " + answer.text());
        }
      }
    }
    drain();
  }

  /** What happened after that event, oldest first. */
  private List<Event> since(String last) {
    List<Event> fresh = new ArrayList<>();
    try {
      EventListParams few = EventListParams.builder().setLimit(20L).build();
      for (Event event : client.v1().events().list(few).autoPagingIterable()) {
        if (event.getId().equals(last)) {
          break;
        }
        fresh.addFirst(event);
      }
    } catch (StripeException e) {
      throw new AssertionError(e);
    }
    return fresh;
  }

  @Override
  public void close() {
    world.close();
    sqs.close();
    stripe.close();
  }
}
