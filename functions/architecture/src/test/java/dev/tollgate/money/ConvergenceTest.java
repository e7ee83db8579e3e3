package dev.tollgate.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import dev.tollgate.core.billing.Happenings;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.testkit.faults.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Invariant 2: whatever order, copies and losses a history's events arrive with, the same is true
 * at the end, and each fact is told once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConvergenceTest {
  private static final int EVERY_ORDER_UP_TO = 6;
  private static final int SHUFFLES = 500;

  private final Map<History, Lived> lived = new EnumMap<>(History.class);
  private final Ids ids = new Ids(new Random(3));
  private Stand stand;

  /** A history that has happened, and what was known before the first event of it came. */
  private record Lived(Books before, List<ProviderEvent> events, Office.Memory memory) {}

  @BeforeAll
  void live() {
    stand = Stand.of("tollgate");
  }

  @AfterAll
  void stop() {
    stand.close();
  }

  @ParameterizedTest
  @EnumSource(History.class)
  void everyOrderWithCopiesEndsTheSame(History history) {
    Lived story = story(history);
    Books.Balance expected = inOrder(story, history);
    Seed seed = Seed.next("every order of " + history);
    Random random = seed.random();
    for (List<ProviderEvent> order : orders(story.events(), random)) {
      Books books = story.before().copy();
      Office office = Office.overStill(stand, books, story.memory());
      deliver(office, withCopies(order, random), random);
      assertThat(books.balance())
          .as("%s, seed %d, order %s", history, seed.value(), types(order))
          .isEqualTo(expected);
      assertThat(heard(books))
          .as("what programs heard last, seed %d", seed.value())
          .isIn(Optional.empty(), Optional.of(history.subscription(books, stand).status()));
    }
  }

  @ParameterizedTest
  @EnumSource(History.class)
  void everyEventMayGetLostAndOneComparisonHeals(History history) {
    Lived story = story(history);
    Books.Balance expected = inOrder(story, history);
    for (ProviderEvent lost : story.events()) {
      Books books = story.before().copy();
      Office office = Office.overStill(stand, books, story.memory());
      story.events().stream()
          .filter(event -> !event.equals(lost))
          .forEach(event -> office.apply(List.of(event)));

      office.reconcile(List.of(lost));

      assertThat(books.balance()).as("%s without %s", history, lost.type()).isEqualTo(expected);
    }
  }

  /** But for one: of a deleted customer the provider lists nothing, and nobody named a contract. */
  @ParameterizedTest
  @EnumSource(value = History.class, names = "CUSTOMER_DELETED", mode = EnumSource.Mode.EXCLUDE)
  void theStateHealsEvenWhereTheProviderForgotEveryEvent(History history) {
    Lived story = story(history);
    Enrollment expected = inOrder(story, history).enrollment();
    Books books = story.before().copy();

    Office.overStill(stand, books, story.memory()).reconcile(List.of());

    assertThat(books.balance().enrollment()).isEqualTo(expected);
  }

  /** The reference: each event once, in the order it happened; and the state the product wants. */
  private Books.Balance inOrder(Lived story, History history) {
    Books books = story.before().copy();
    Office office = Office.overStill(stand, books, story.memory());
    story.events().forEach(event -> office.apply(List.of(event)));
    assertThat(history.subscription(books, stand).status()).isEqualTo(history.status());
    assertThat(history.subscription(books, stand).plan()).isEqualTo(history.plan());
    return books.balance();
  }

  private Lived story(History history) {
    return lived.computeIfAbsent(history, this::happen);
  }

  private Lived happen(History history) {
    Books books =
        new Books(Enrollment.begun(ids.tenant(stand.hand.now()), history.grant(stand.hand.now())));
    Office office = Office.over(stand, books);
    office.ensuring().ensure(books.enrollment().tenant());
    Books before = books.copy();
    try {
      history.happen(new History.Scene(stand, office));
    } catch (StripeException e) {
      throw new AssertionError(history + " did not happen", e);
    }
    String customer = before.enrollment().customer().id().orElseThrow();
    List<ProviderEvent> events =
        stand.events(customer).stream()
            .filter(event -> event.customer().isPresent() || isOf(event, customer))
            .toList();
    assertThat(events).as("events of " + history).isNotEmpty();
    // Nothing moves any more, and what is surplus was undone by the first who looked.
    Office.over(stand, before.copy()).apply(events);
    assertThat(
            stand.bean(ProviderCustomers.class).stateOf(customer, Set.of()).contracts().stream()
                .filter(Contract::isRunning))
        .as("contracts that charge at the same time after " + history)
        .hasSizeLessThanOrEqualTo(1);
    return new Lived(before, events, new Office.Memory(stand));
  }

  /** A dispute or refund names its charge alone; whose it is the provider tells. */
  private boolean isOf(ProviderEvent event, String customer) {
    return stand.bean(Happenings.class).tell(event).customer().filter(customer::equals).isPresent();
  }

  /** The last status; empty where the subscription stayed what it was. */
  private static Optional<String> heard(Books books) {
    return books.news().values().stream()
        .reduce((_, later) -> later)
        .map(data -> data.getOrDefault("status", ""));
  }

  private static void deliver(Office office, List<ProviderEvent> events, Random random) {
    for (int from = 0; from < events.size(); ) {
      int to = Math.min(events.size(), from + 1 + random.nextInt(3));
      office.apply(events.subList(from, to));
      from = to;
    }
  }

  private static List<ProviderEvent> withCopies(List<ProviderEvent> order, Random random) {
    List<ProviderEvent> all = new ArrayList<>(order);
    for (ProviderEvent event : order) {
      for (int copy = random.nextInt(4); copy > 0; copy--) {
        all.add(random.nextInt(all.size() + 1), event);
      }
    }
    return all;
  }

  private static List<List<ProviderEvent>> orders(List<ProviderEvent> events, Random random) {
    List<List<ProviderEvent>> orders = new ArrayList<>();
    if (events.size() <= EVERY_ORDER_UP_TO) {
      permute(new ArrayList<>(events), 0, orders);
      return orders;
    }
    for (int i = 0; i < SHUFFLES; i++) {
      List<ProviderEvent> shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, random);
      orders.add(shuffled);
    }
    return orders;
  }

  private static void permute(
      List<ProviderEvent> events, int from, List<List<ProviderEvent>> orders) {
    if (from == events.size()) {
      orders.add(List.copyOf(events));
    }
    for (int i = from; i < events.size(); i++) {
      Collections.swap(events, from, i);
      permute(events, from + 1, orders);
      Collections.swap(events, from, i);
    }
  }

  private static List<String> types(List<ProviderEvent> events) {
    return events.stream().map(ProviderEvent::type).toList();
  }
}
