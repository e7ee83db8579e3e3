package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.ProviderEvents.Page;
import dev.tollgate.core.billing.ProviderEvents.Receipt;
import dev.tollgate.core.billing.StoredEvent;
import dev.tollgate.core.billing.StoredEvent.Status;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProviderEventsDynamoTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final ATable world = new ATable();
  private final ProviderEventsDynamo events = new ProviderEventsDynamo(world.table);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void anEventIsNewOnceAndUnfinishedUntilItIsApplied() {
    ProviderEvent event = Some.event();

    assertThat(events.store(event, Some.NOW)).isEqualTo(Receipt.NEW);
    assertThat(world.faults.calls()).containsExactly("TransactWriteItems");
    assertThat(events.store(event, Some.NOW)).isEqualTo(Receipt.UNFINISHED);
    assertThat(events.find(event.id()))
        .contains(
            new StoredEvent(
                event,
                Status.RECEIVED,
                Some.NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    apply(event);
    assertThat(events.store(event, Some.NOW.plus(DAY))).isEqualTo(Receipt.APPLIED);
    assertThat(events.find(event.id()).orElseThrow().receivedAt()).isEqualTo(Some.NOW);
  }

  @Test
  void ofFiftyCopiesOneIsNew() {
    ProviderEvent event = Some.event();

    List<Receipt> receipts =
        Race.run(Collections.<Callable<Receipt>>nCopies(50, () -> events.store(event, Some.NOW)));

    assertThat(Collections.frequency(receipts, Receipt.NEW)).isEqualTo(1);
    assertThat(Collections.frequency(receipts, Receipt.UNFINISHED)).isEqualTo(49);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOST_ANSWER", "CONFLICT", "THROTTLE"})
  void anEventWhoseStoringFalteredIsStillNew(Fault fault) {
    world.faults.follow(Script.at(1, fault));

    assertThat(events.store(Some.event(), Some.NOW)).isEqualTo(Receipt.NEW);
  }

  @Test
  void whatDoesNotConcernUsIsNotedAndNotQueuedAgain() {
    ProviderEvent unstored = Some.event();
    ProviderEvent stored = Some.event();
    events.store(stored, Some.NOW);

    events.ignored(unstored, "of no concern", Some.NOW);
    events.ignored(stored, "of nobody", Some.NOW);

    assertThat(events.find(unstored.id()).orElseThrow().effect()).contains("of no concern");
    assertThat(events.find(stored.id()).orElseThrow().status()).isEqualTo(Status.IGNORED);
    assertThat(events.store(unstored, Some.NOW)).isEqualTo(Receipt.APPLIED);
    assertThat(events.reopen(unstored.id(), Some.NOW)).isTrue();
    assertThat(events.store(unstored, Some.NOW)).isEqualTo(Receipt.UNFINISHED);
  }

  @Test
  void nothingTakesBackThatAnEventWasApplied() {
    ProviderEvent event = Some.event();
    apply(event);

    events.ignored(event, "of nobody", Some.NOW);
    events.failed(event.id(), "broken", Some.NOW);

    assertThat(events.find(event.id()).orElseThrow().status()).isEqualTo(Status.APPLIED);
  }

  @Test
  void aFailedEventIsUnfinishedAndCanBeReopened() {
    ProviderEvent event = Some.event();
    events.store(event, Some.NOW);
    Instant later = Some.NOW.plus(Duration.ofDays(30));

    events.failed(event.id(), "w".repeat(5000), Some.NOW);

    assertThat(events.find(event.id()).orElseThrow().status()).isEqualTo(Status.FAILED);
    assertThat(events.find(event.id()).orElseThrow().effect().orElseThrow()).hasSize(1000);
    assertThat(events.store(event, Some.NOW)).isEqualTo(Receipt.UNFINISHED);
    assertThat(events.unfinished(later, 10)).isEmpty();

    assertThat(events.reopen(event.id(), later)).isTrue();

    assertThat(events.find(event.id()))
        .contains(
            new StoredEvent(
                event,
                Status.RECEIVED,
                later,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(events.unfinished(later.plusSeconds(1), 10)).hasSize(1);
  }

  @Test
  void noSuchEventIsNeitherFoundNorReopenedNorMadeByFailing() {
    events.failed("evt_nobody", "broken", Some.NOW);

    for (String id : List.of("evt_nobody", "", "x".repeat(5000))) {
      assertThat(events.find(id)).isEmpty();
      assertThat(events.reopen(id, Some.NOW)).isFalse();
    }
    assertThat(world.size()).isZero();
  }

  @Test
  void anIdLongerThanAnyIsRefused() {
    ProviderEvent absurd =
        new ProviderEvent("x".repeat(256), "invoice.paid", Some.NOW, "in_1", Optional.empty());

    assertThatThrownBy(() -> events.store(absurd, Some.NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theListGoesFromTheNewestToTheOldestAcrossDaysAndPages() {
    List<String> stored = new ArrayList<>();
    for (int i = 0; i < 17; i++) {
      ProviderEvent event = Some.event();
      // Several on one day, then none for weeks.
      events.store(event, Some.NOW.minus(Duration.ofDays(i / 5 * 29L)).minusSeconds(i));
      stored.add(event.id());
    }

    for (int limit : List.of(1, 5, 7, 200)) {
      assertThat(walk(limit)).as("pages of " + limit).isEqualTo(stored);
    }
    assertThat(events.list(17, Optional.empty(), Some.NOW).nextCursor()).isEmpty();
    assertThat(events.list(16, Optional.empty(), Some.NOW).nextCursor()).isPresent();
  }

  private List<String> walk(int limit) {
    List<String> seen = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page page = events.list(limit, cursor, Some.NOW);
      assertThat(page.events()).hasSizeLessThanOrEqualTo(limit);
      page.events().forEach(stored -> seen.add(stored.event().id()));
      cursor = page.nextCursor();
    } while (cursor.isPresent());
    return seen;
  }

  @Test
  void anEmptyListAsksForNoMoreDaysThanEventsAreKept() {
    assertThat(events.list(10, Optional.empty(), Some.NOW).events()).isEmpty();
    assertThat(world.faults.count("Query")).isLessThanOrEqualTo(96);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "", "bm9uc2Vuc2U", "!!", "OTk5OS0wMS0wMVQwMDowMDowMFojeA"})
  void aCursorThatWeDidNotGiveLeadsToAnEmptyPage(String forged) {
    events.store(Some.event(), Some.NOW);

    assertThat(events.list(10, Optional.of(forged), Some.NOW))
        .isEqualTo(new Page(List.of(), Optional.empty()));
  }

  @Test
  void theUnfinishedOfTheLastDaysAreFoundAmongTheFinished() {
    ProviderEvent stuck = Some.event();
    ProviderEvent older = Some.event();
    events.store(older, Some.NOW.minus(Duration.ofDays(4)));
    events.store(stuck, Some.NOW.minus(DAY));
    events.store(Some.event(), Some.NOW); // on its way
    events.store(Some.event(), Some.NOW.minus(Duration.ofDays(8))); // too old to be watched
    for (int i = 0; i < 10; i++) {
      ProviderEvent applied = Some.event();
      events.store(applied, Some.NOW.minus(DAY));
      apply(applied);
    }

    assertThat(events.unfinished(Some.NOW, 10).stream().map(StoredEvent::event))
        .containsExactly(older, stuck);
    assertThat(events.unfinished(Some.NOW, 1).stream().map(StoredEvent::event))
        .containsExactly(older);
  }

  @Test
  void aStatusThatWeDoNotKnowIsRefused() {
    ProviderEvent event = Some.event();
    events.store(event, Some.NOW);
    world.vandalise(new EventItem.EventKey(event.id()), "status", "pondered");

    assertThatThrownBy(() -> events.find(event.id())).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> events.store(event, Some.NOW))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anEventStaysForAtLeastNinetyDays() {
    ProviderEvent event = Some.event();
    events.store(event, Some.NOW);

    assertThat(world.items("EVENT#" + event.id(), "EVENT").getFirst().longNumber("ttl"))
        .isGreaterThanOrEqualTo(Some.NOW.plus(Duration.ofDays(90)).getEpochSecond());
  }

  private void apply(ProviderEvent event) {
    new BillingChangesDynamo(world.table, new Fences(List.of()))
        .commit(
            new BillingChange(
                Some.tenant(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new BillingChange.Outcome(event, Status.APPLIED, "nothing new")),
                Some.NOW));
  }
}
