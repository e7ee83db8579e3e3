package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.kernel.EndpointId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.outgoing.Delivery;
import dev.tollgate.core.outgoing.Delivery.Failure;
import dev.tollgate.core.outgoing.Delivery.Pending;
import dev.tollgate.core.outgoing.Endpoint;
import dev.tollgate.core.outgoing.EndpointUrl;
import dev.tollgate.core.outgoing.Letter;
import dev.tollgate.core.outgoing.SigningSecrets;
import dev.tollgate.core.outgoing.WebhookDeliveries.Page;
import dev.tollgate.core.outgoing.WebhookSecret;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OutgoingDynamoTest {
  private final ATable world = new ATable();
  private final EndpointsDynamo endpoints = new EndpointsDynamo(world.table);
  private final WebhookDeliveriesDynamo deliveries = new WebhookDeliveriesDynamo(world.table);
  private final TenantId owner = Some.tenant();

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
    endpoints.all().forEach(each -> endpoints.delete(each.id(), Some.entry(owner)));
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void anEndpointIsReadAsItWasWritten() {
    Endpoint made = endpoint();
    Endpoint full =
        new Endpoint(
            made.id(),
            made.url(),
            "crm",
            Set.of("limit.near", "limit.reached"),
            made.secrets().rotated(WebhookSecret.random(new Random(2)), Some.NOW),
            new Endpoint.State.Disabled(Endpoint.Reason.GONE, Some.NOW),
            Some.NOW,
            2);
    assertThat(endpoints.create(made, 20, Some.entry(owner))).isTrue();
    assertThat(endpoints.find(made.id())).contains(made);

    assertThat(endpoints.replace(full, Optional.of(Some.entry(owner)))).isTrue();

    assertThat(endpoints.find(made.id())).contains(full);
    assertThat(endpoints.all()).containsExactly(full);
    assertThat(endpoints.replace(full, Optional.empty())).as("moved meanwhile").isFalse();
  }

  @Test
  void ofThirtyAtOnceThereAreTwentyAndADeletedOneMakesRoom() {
    List<Callable<Boolean>> contenders = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      contenders.add(() -> endpoints.create(endpoint(), 20, Some.entry(owner)));
    }
    int entries = world.items(Key.tenant(owner), "AUDIT#").size();

    List<Boolean> made = Race.run(contenders);

    assertThat(Collections.frequency(made, true)).isEqualTo(20);
    assertThat(endpoints.all()).hasSize(20);
    assertThat(world.items(Key.tenant(owner), "AUDIT#")).hasSize(entries + 20);
    EndpointId first = endpoints.all().getFirst().id();
    assertThat(endpoints.delete(first, Some.entry(owner))).isTrue();
    assertThat(endpoints.delete(first, Some.entry(owner))).isFalse();
    assertThat(endpoints.create(endpoint(), 20, Some.entry(owner))).isTrue();
    assertThat(endpoints.create(endpoint(), 20, Some.entry(owner))).isFalse();
  }

  @Test
  void aLostAnswerCountsOnce() {
    world.faults.follow(Script.first(1, "TransactWriteItems", Fault.LOST_ANSWER));
    assertThat(endpoints.create(endpoint(), 2, Some.entry(owner))).isTrue();
    world.faults.follow(Script.calm());

    assertThat(endpoints.create(endpoint(), 2, Some.entry(owner))).isTrue();
    assertThat(endpoints.create(endpoint(), 2, Some.entry(owner))).isFalse();
  }

  @Test
  void everyStateOfADeliveryIsReadAsItWasWritten() {
    Optional<Failure> failure = Optional.of(new Failure(OptionalInt.of(500), "refused"));
    Optional<Failure> silent = Optional.of(new Failure(OptionalInt.empty(), "timed_out"));
    Letter letter = letter(Some.IDS.endpoint(Some.NOW));
    deliveries.create(List.of(pending(letter)));
    for (Delivery state :
        List.of(
            new Pending(letter, 1, silent, Some.NOW, true, 2),
            new Pending(letter, 1, failure, Some.NOW, false, 3),
            new Delivery.Delivered(letter, 2, failure, Some.NOW, 204, 4),
            new Delivery.GivenUp(letter, 2, failure, Some.NOW, 5),
            new Delivery.Cancelled(letter, 2, Optional.empty(), Some.NOW, 6))) {
      assertThat(deliveries.replace(state)).isTrue();
      assertThat(find(letter, Some.NOW)).contains(state);
      assertThat(deliveries.replace(state)).as("moved meanwhile").isFalse();
    }
  }

  @Test
  void aLetterIsMadeOnceWhoeverElseIsAtIt() {
    EndpointId one = Some.IDS.endpoint(Some.NOW);
    EndpointId other = Some.IDS.endpoint(Some.NOW);
    Letter first = letter(one);
    Letter second = new Letter(other, first.message(), "limit.near", "{}", Some.NOW);
    deliveries.create(List.of(pending(first)));

    List<List<Pending>> made =
        Race.run(
            Collections.<Callable<List<Pending>>>nCopies(
                10, () -> deliveries.create(List.of(pending(first), pending(second)))));

    assertThat(made.stream().flatMap(List::stream)).containsExactly(pending(second));
  }

  @Test
  void onlyWhatIsPendingIsDueAndTheLongestDueComesFirst() {
    EndpointId endpoint = Some.IDS.endpoint(Some.NOW);
    List<Pending> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(new Pending(letter(endpoint), 0, Optional.empty(), at(i), false, 1));
    }
    deliveries.create(all);
    assertThat(
            deliveries.replace(
                new Delivery.Delivered(
                    all.getFirst().letter(), 1, Optional.empty(), at(0), 200, 2)))
        .isTrue();

    assertThat(mine(endpoint, deliveries.due(at(10), 1_000))).isEqualTo(all.subList(1, 10));
    assertThat(deliveries.due(at(10), 8)).hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void whatEndedIsForgottenAfterThirtyDaysByTheClock() {
    Letter letter = letter(Some.IDS.endpoint(Some.NOW));
    deliveries.create(List.of(pending(letter)));
    deliveries.replace(new Delivery.GivenUp(letter, 10, Optional.empty(), Some.NOW, 2));
    Instant end = Some.NOW.plus(Duration.ofDays(30));

    assertThat(find(letter, end.minusMillis(1))).isPresent();
    assertThat(find(letter, end)).isEmpty();
    assertThat(deliveries.list(letter.endpoint(), 10, Optional.empty(), end).deliveries())
        .isEmpty();
    assertThat(
            world
                .items(WebhookItem.partition(letter.endpoint()), WebhookItem.PREFIX)
                .getFirst()
                .attributes())
        .containsKey("ttl")
        .doesNotContainKey("due_shard");
  }

  @Test
  void deliveriesComePageByPageNewestFirstAndAForeignCursorLeadsNowhere() {
    EndpointId endpoint = Some.IDS.endpoint(Some.NOW);
    List<Pending> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(pending(new Letter(endpoint, Some.IDS.message(at(i)), "limit.near", "{}", at(i))));
    }
    deliveries.create(all);
    List<Delivery> seen = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    int pages = 0;
    do {
      Page page = deliveries.list(endpoint, 2, cursor, Some.NOW);
      seen.addAll(page.deliveries());
      cursor = page.nextCursor();
      pages++;
    } while (cursor.isPresent());

    assertThat(pages).isEqualTo(3);
    assertThat(seen).isEqualTo(all.reversed());
    assertThat(deliveries.list(endpoint, 2, Optional.of("odd!"), Some.NOW).deliveries()).isEmpty();
  }

  @Test
  void aWordThatWeDoNotKnowIsRefused() {
    Endpoint made = endpoint();
    endpoints.create(made, 20, Some.entry(owner));
    world.vandalise(new EndpointItem.EndpointKey(made.id()), "state", "mislaid");
    Letter letter = letter(made.id());
    deliveries.create(List.of(pending(letter)));
    world.vandalise(
        WebhookItem.WebhookKey.of(letter.endpoint(), letter.message()), "state", "mislaid");

    assertThatThrownBy(() -> endpoints.find(made.id())).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> find(letter, Some.NOW)).isInstanceOf(IllegalStateException.class);
    world.vandalise(new EndpointItem.EndpointKey(made.id()), "state", "enabled");
  }

  /** Stored keys are for ever. */
  @Test
  void keysAreWhatTheyWere() {
    EndpointId id = new EndpointId("whe_" + "0".repeat(26));
    assertThat(new EndpointItem.EndpointKey(id).attributes().toString())
        .contains("OUTGOING", "ENDPOINT#" + id.value());
    assertThat(new EndpointItem.CountKey().sort()).isEqualTo("ENDPOINTS");
    assertThat(new WebhookItem.WebhookKey(id, "msg_1").partition())
        .isEqualTo("OUTGOING#" + id.value());
    assertThat(new WebhookItem.WebhookKey(id, "msg_1").sort()).isEqualTo("DELIVERY#msg_1");
    assertThat(WebhookItem.SHARDS.all()).hasSize(8).startsWith("OUTGOING#0").endsWith("OUTGOING#7");
  }

  private Optional<Delivery> find(Letter letter, Instant now) {
    return deliveries.find(letter.endpoint(), letter.message(), now);
  }

  private static List<Pending> mine(EndpointId endpoint, List<Pending> due) {
    return due.stream().filter(each -> each.endpoint().equals(endpoint)).toList();
  }

  private static Instant at(int second) {
    return Some.NOW.plusSeconds(second);
  }

  private static Pending pending(Letter letter) {
    return new Pending(letter, 0, Optional.empty(), Some.NOW, false, 1);
  }

  private static Letter letter(EndpointId endpoint) {
    return new Letter(endpoint, Some.IDS.message(Some.NOW), "limit.near", "{\"a\":1}", Some.NOW);
  }

  private static Endpoint endpoint() {
    return new Endpoint(
        Some.IDS.endpoint(Some.NOW),
        new EndpointUrl(URI.create("https://example.com/hook?a=b")),
        "",
        Set.of(),
        SigningSecrets.of(WebhookSecret.random(new Random(1))),
        new Endpoint.State.Enabled(),
        Some.NOW,
        1);
  }
}
