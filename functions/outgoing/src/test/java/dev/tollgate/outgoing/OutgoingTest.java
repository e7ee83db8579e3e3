package dev.tollgate.outgoing;

import static dev.tollgate.testkit.servers.WebhookReceiver.endless;
import static dev.tollgate.testkit.servers.WebhookReceiver.redirect;
import static dev.tollgate.testkit.servers.WebhookReceiver.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.outgoing.Delivery;
import dev.tollgate.core.outgoing.Endpoint;
import dev.tollgate.core.outgoing.EventNames;
import dev.tollgate.core.outgoing.WebhookSecret;
import dev.tollgate.testkit.faults.Crash;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import dev.tollgate.testkit.servers.WebhookReceiver;
import dev.tollgate.testkit.servers.WebhookReceiver.Received;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OutgoingTest {
  private final World world = new World();
  private WebhookReceiver receiver = WebhookReceiver.start();

  @AfterEach
  void calm() {
    world.faults.follow(Script.calm());
    world.endpoints.all().forEach(each -> world.endpoints.delete(each.id(), world.entry()));
    world.advance(Duration.ofDays(40));
    world.tick();
    receiver.close();
    receiver = WebhookReceiver.start();
  }

  @AfterAll
  void close() {
    receiver.close();
    world.close();
  }

  @Test
  void newsArriveAtOnceSignedOnceAndAsTheyAre() {
    Endpoint endpoint = world.endpoint(receiver.url("/hook?token=s3cret"));
    Message news = world.news("limit.near");

    assertThat(world.batch(news)).isEmpty();

    Received received = receiver.received().getFirst();
    assertThat(received.isSignedBy(endpoint.secrets().current().text())).isTrue();
    assertThat(received.id()).isEqualTo(news.id().value());
    assertThat(received.timestamp()).isEqualTo(Long.toString(world.now().getEpochSecond()));
    assertThat(received.body())
        .isEqualTo(
            "{\"type\":\"limit.near\",\"timestamp\":\"%s\",\"data\":{\"meter\":\"emails\",\"tenant_id\":\"%s\"}}"
                .formatted(news.at(), world.tenant.value()));
    assertThat(world.delivery(endpoint)).isInstanceOf(Delivery.Delivered.class);
    assertThat(receiver.received()).hasSize(1);
    assertThat(world.log())
        .contains("\"webhook_delivered\":1")
        .doesNotContain("s3cret", endpoint.secrets().current().text(), "emails");
  }

  @Test
  void eachEndpointGetsWhatItWantsAndADisabledOneNothing() {
    world.endpoint(receiver.url("/all"));
    world.endpoint(receiver.url("/near"), "limit.near", "limit.reached");
    world.endpoint(receiver.url("/plans"), "subscription.changed");
    Endpoint off = world.endpoint(receiver.url("/off"));
    disable(off);

    world.batch(world.news("limit.near"));

    assertThat(receiver.received()).extracting(Received::path).containsOnly("/all", "/near");
    assertThat(world.list(off.id())).isEmpty();
  }

  @Test
  void copiesOfAMessageMakeOneDeliveryAndOneTry() {
    Endpoint endpoint = world.endpoint(receiver.url("/"));
    Message news = world.news("limit.near");

    List<List<String>> answers =
        Race.run(Collections.<Callable<List<String>>>nCopies(10, () -> world.batch(news, news)));

    assertThat(answers).containsOnly(List.of());
    assertThat(receiver.received()).hasSize(1);
    assertThat(world.delivery(endpoint).tries()).isEqualTo(1);
  }

  @Test
  void aCopyThatComesLaterMakesUpForAnEndpointThatWasMissed() {
    world.endpoint(receiver.url("/first"));
    Message news = world.news("limit.near");
    world.batch(news);
    world.endpoint(receiver.url("/second"));

    world.batch(news);

    assertThat(receiver.received()).extracting(Received::path).containsExactly("/first", "/second");
  }

  @Test
  void whatFailsIsTriedOverDaysWithTheSameIdAndBodyAndThenGivenUp() {
    Endpoint endpoint = world.endpoint(receiver.url("/"));
    for (int i = 0; i < 30; i++) {
      receiver.answers(status(500 + i % 4));
    }
    world.batch(world.news("limit.near"));
    int ticks = 0;
    while (world.delivery(endpoint) instanceof Delivery.Pending pending) {
      world.advance(Duration.between(world.now(), pending.nextTry()).minusMillis(1));
      int before = receiver.received().size();
      world.tick();
      assertThat(receiver.received()).as("not a moment early").hasSize(before);
      world.advance(Duration.ofMillis(2));
      world.tick();
      assertThat(++ticks).isLessThan(20);
    }

    assertThat(world.delivery(endpoint)).isInstanceOf(Delivery.GivenUp.class);
    assertThat(world.delivery(endpoint).tries()).isEqualTo(10);
    assertThat(receiver.received()).hasSize(10);
    assertThat(receiver.received()).extracting(Received::id).containsOnly(first().id());
    assertThat(receiver.received()).extracting(Received::body).containsOnly(first().body());
    assertThat(distinct(receiver.received().stream().map(Received::timestamp).toList()))
        .hasSize(10);
    assertThat(world.log()).contains("\"webhook_given_up\":1");
    world.advance(Duration.ofDays(5));
    world.tick();
    assertThat(receiver.received()).hasSize(10);
  }

  @Test
  void aLaterSuccessEndsIt() {
    Endpoint endpoint = world.endpoint(receiver.url("/"));
    receiver.answers(status(503), redirect(receiver.url("/elsewhere")), endless(500));
    world.batch(world.news("limit.near"));
    for (int i = 0; i < 4; i++) {
      world.advance(Duration.ofHours(3));
      world.tick();
    }

    assertThat(world.delivery(endpoint))
        .isInstanceOfSatisfying(
            Delivery.Delivered.class,
            delivered -> {
              assertThat(delivered.tries()).isEqualTo(4);
              assertThat(delivered.status()).isEqualTo(200);
            });
    assertThat(receiver.received()).extracting(Received::path).containsOnly("/");
  }

  @Test
  void fourTenDisablesTheEndpointAndWhatWasUnderWayIsCancelled() {
    Endpoint endpoint = world.endpoint(receiver.url("/"));
    receiver.answers(status(500), status(410));
    world.batch(world.news("limit.near"));
    world.advance(Duration.ofSeconds(1));
    world.batch(world.news("limit.reached"));

    assertThat(world.found(endpoint).state())
        .isEqualTo(new Endpoint.State.Disabled(Endpoint.Reason.GONE, world.now()));
    world.advance(Duration.ofDays(1));
    world.tick();
    world.batch(world.news("limit.near"));
    assertThat(receiver.received()).hasSize(2);
    assertThat(world.list(endpoint.id()))
        .hasSize(2)
        .anyMatch(each -> each.isGone())
        .anyMatch(each -> each instanceof Delivery.Cancelled);
  }

  @Test
  void forADayAfterARotationBothSecretsSign() {
    Endpoint endpoint = world.endpoint(receiver.url("/"));
    String old = endpoint.secrets().current().text();
    WebhookSecret next = WebhookSecret.random(new Random(99));
    Endpoint rotated =
        new Endpoint(
            endpoint.id(),
            endpoint.url(),
            "",
            Set.of(),
            endpoint.secrets().rotated(next, world.now()),
            endpoint.state(),
            endpoint.createdAt(),
            2);
    assertThat(world.endpoints.replace(rotated, Optional.empty())).isTrue();
    world.advance(Duration.ofHours(24).minusMillis(1));
    world.batch(world.news("limit.near"));
    world.advance(Duration.ofMillis(1));
    world.batch(world.news("limit.near"));

    List<Received> received = receiver.received();
    assertThat(received).allMatch(each -> each.isSignedBy(next.text()));
    assertThat(received.get(0).isSignedBy(old)).isTrue();
    assertThat(received.get(1).isSignedBy(old)).isFalse();
  }

  @Test
  void anEndpointThatIsDownDelaysNobodyAndItsLineIsPostponed() {
    Endpoint down = world.endpoint("http://127.0.0.1:" + closedPort() + "/");
    Endpoint up = world.endpoint(receiver.url("/"));
    for (int i = 0; i < 6; i++) {
      world.batch(world.news("limit.near"));
    }
    assertThat(receiver.received()).hasSize(6);
    world.advance(Duration.ofMinutes(1));

    world.tick();

    assertThat(world.list(down.id()).stream().mapToInt(Delivery::tries).sum())
        .as("six first tries and two more")
        .isEqualTo(8);
    assertThat(world.log()).contains("\"postponed\":4");
    assertThat(world.list(up.id())).allMatch(each -> each instanceof Delivery.Delivered);
    assertThat(world.deliveries.due(world.now(), 100)).isEmpty();
  }

  @Test
  void twoRunsNeverSendTheSame() {
    world.endpoint(receiver.url("/"));
    receiver.answers(status(500));
    world.batch(world.news("limit.near"));
    world.advance(Duration.ofMinutes(1));

    Race.run(
        Collections.<Callable<Boolean>>nCopies(
            8,
            () -> {
              world.tick();
              return true;
            }));

    assertThat(receiver.received()).as("the first try and one more").hasSize(2);
  }

  @Test
  void aDeathAtAnyCallLosesNothingAndMakesNothingTwice() {
    int died = 0;
    for (Fault death : List.of(Fault.CRASH_BEFORE, Fault.CRASH_AFTER)) {
      for (int call = 1; call <= 12; call++) {
        WebhookReceiver fresh = WebhookReceiver.start();
        Endpoint endpoint = world.endpoint(fresh.url("/"));
        Message news = world.news("limit.near");
        world.faults.follow(Script.at(call, death));
        boolean dead = dies(news);
        world.faults.follow(Script.calm());
        if (dead) {
          died++;
          assertThat(world.batch(news)).as("SQS brings it again").isEmpty();
          world.advance(Duration.ofMinutes(3));
          world.tick();
        }
        assertThat(world.delivery(endpoint)).isInstanceOf(Delivery.Delivered.class);
        assertThat(distinct(fresh.received().stream().map(Received::id).toList()))
            .containsExactly(news.id().value());
        world.endpoints.delete(endpoint.id(), world.entry());
        fresh.close();
        if (!dead) {
          break;
        }
      }
    }
    assertThat(died)
        .as("standing, list, create, claim, settle, before and after each")
        .isEqualTo(10);
  }

  @Test
  void anUnansweredOrContendedTableIsAskedAgain() {
    for (Fault fault : List.of(Fault.CONFLICT, Fault.THROTTLE, Fault.LOST_ANSWER)) {
      Endpoint endpoint = world.endpoint(receiver.url("/"));
      world.faults.follow(Script.first(2, "TransactWriteItems", fault));

      assertThat(world.batch(world.news("limit.near"))).isEmpty();

      assertThat(world.delivery(endpoint).tries()).isEqualTo(1);
      world.faults.follow(Script.calm());
      world.endpoints.delete(endpoint.id(), world.entry());
    }
    assertThat(receiver.received()).hasSize(3);
  }

  @Test
  void poisonAndWhatIsForSomebodyElseAreParkedAndTheirNeighbourIsSent() {
    world.endpoint(receiver.url("/"));
    String stray = body(world.message(new Announcement.WorkResumed()));
    String good = body(world.news(EventNames.TENANT_SUSPENDED));

    assertThat(world.bodies(List.of("no JSON", stray, good))).containsExactly("0", "1");

    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void withoutEndpointsNewsAreNoTrouble() {
    assertThat(world.batch(world.news("limit.near"))).isEmpty();
  }

  private boolean dies(Message news) {
    try {
      world.batch(news);
      return false;
    } catch (Crash death) {
      return true;
    }
  }

  private void disable(Endpoint endpoint) {
    Endpoint off =
        new Endpoint(
            endpoint.id(),
            endpoint.url(),
            "",
            endpoint.events(),
            endpoint.secrets(),
            new Endpoint.State.Disabled(Endpoint.Reason.BY_OWNER, world.now()),
            endpoint.createdAt(),
            2);
    assertThat(world.endpoints.replace(off, Optional.empty())).isTrue();
  }

  private Received first() {
    return receiver.received().getFirst();
  }

  private static <T> Set<T> distinct(List<T> all) {
    return new HashSet<>(all);
  }

  private static String body(Message message) {
    return dev.tollgate.lambda.events.MessageBody.write(message);
  }

  private static int closedPort() {
    WebhookReceiver gone = WebhookReceiver.start();
    int port = gone.port();
    gone.close();
    return port;
  }
}
