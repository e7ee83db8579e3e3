package dev.tollgate.money;

import dev.tollgate.core.billing.ApplyingEvents;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.ChangingSubscription;
import dev.tollgate.core.billing.Checkouts;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.billing.EndingSubscription;
import dev.tollgate.core.billing.EnsuringCustomer;
import dev.tollgate.core.billing.EventFeed;
import dev.tollgate.core.billing.Happenings;
import dev.tollgate.core.billing.Links;
import dev.tollgate.core.billing.OpeningCheckout;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.ProviderState;
import dev.tollgate.core.billing.Reconciling;
import dev.tollgate.core.billing.RefreshingEnrollment;
import dev.tollgate.core.billing.Telling;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.subscriptions.BillingInterval;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** Our side over one set of books: the real use cases, and the real adapter to the stand-in. */
final class Office {
  private static final Client BROWSER = new Client("192.0.2.1", "test");

  private final Stand stand;
  private final Books books;
  private final Ids ids = new Ids(new Random(7));
  private final ProviderCustomers customers;
  private final Happenings happenings;

  private Office(Stand stand, Books books, ProviderCustomers customers, Happenings happenings) {
    this.stand = stand;
    this.books = books;
    this.customers = customers;
    this.happenings = happenings;
  }

  static Office over(Stand stand, Books books) {
    return new Office(
        stand, books, stand.bean(ProviderCustomers.class), stand.bean(Happenings.class));
  }

  /**
   * The same where nothing moves at the provider any more: what it says is asked for once and
   * remembered, which makes ten thousand deliveries a matter of seconds.
   */
  static Office overStill(Stand stand, Books books, Memory memory) {
    return new Office(stand, books, memory, memory);
  }

  Books books() {
    return books;
  }

  RefreshingEnrollment refreshing() {
    return new RefreshingEnrollment(
        customers,
        stand.bean(Contracts.class),
        books,
        books,
        new Telling(stand.edition, ids),
        stand.hand,
        ids);
  }

  EnsuringCustomer ensuring() {
    return new EnsuringCustomer(books, books, customers, books, stand.hand);
  }

  OpeningCheckout opening() {
    return new OpeningCheckout(
        stand.edition,
        stand.catalogue,
        ensuring(),
        customers,
        stand.bean(Checkouts.class),
        books,
        new Links(URI.create("https://app.tollgate.test")),
        stand.hand,
        ids);
  }

  /** The page of a checkout for that plan. */
  URI checkout(String plan, int seats) {
    OpeningCheckout.Outcome outcome =
        opening()
            .open(
                books.member(),
                new OpeningCheckout.Wish(plan, OptionalInt.of(seats), BillingInterval.MONTHLY),
                BROWSER);
    if (outcome instanceof OpeningCheckout.Opened opened) {
      return opened.url();
    }
    throw new AssertionError("no checkout: " + outcome);
  }

  /** A second page beside the first, which only a fault could open. */
  URI checkoutUnderAnotherKey(String plan) {
    Checkouts.Outcome outcome =
        stand
            .bean(Checkouts.class)
            .open(
                new Checkouts.Order(
                    books.enrollment().tenant(),
                    books.enrollment().customer().id().orElseThrow(),
                    plan,
                    List.of(
                        new Checkouts.Line(
                            stand
                                .catalogue
                                .find(plan)
                                .orElseThrow()
                                .prices()
                                .monthly()
                                .orElseThrow(),
                            OptionalInt.of(1))),
                    java.util.Optional.empty(),
                    URI.create("https://app.tollgate.test/done"),
                    URI.create("https://app.tollgate.test/canceled")),
                "another-" + plan + "-" + books.enrollment().tenant().value());
    if (outcome instanceof Checkouts.Outcome.Opened opened) {
      return opened.url();
    }
    throw new AssertionError("no second page: " + outcome);
  }

  ChangingSubscription changing() {
    return new ChangingSubscription(
        stand.edition,
        stand.catalogue,
        books,
        (tenant, now) -> Map.of(),
        customers,
        stand.bean(Contracts.class),
        refreshing(),
        books,
        stand.hand,
        ids);
  }

  EndingSubscription ending() {
    return new EndingSubscription(
        books, stand.bean(Contracts.class), refreshing(), books, stand.hand, ids);
  }

  /** Applies events of one customer together, as a batch of its lane. */
  List<BillingChange.Outcome> apply(List<ProviderEvent> lane) {
    return new ApplyingEvents(happenings, books, refreshing(), books, stand.hand)
        .apply(lane)
        .outcomes();
  }

  /**
   * One night's comparison.
   *
   * @param undelivered what the provider says it could not deliver
   */
  Reconciling.Report reconcile(List<ProviderEvent> undelivered) {
    EventFeed feed = (since, limit) -> undelivered;
    Reconciling.Report report =
        new Reconciling(books, refreshing(), customers, books, feed, books, stand.hand).run(100);
    books.takeQueue().forEach(event -> apply(List.of(event)));
    return report;
  }

  static Client browser() {
    return BROWSER;
  }

  /** Remembers the provider's answers. */
  static final class Memory implements ProviderCustomers, Happenings {
    private final ProviderCustomers customers;
    private final Happenings happenings;
    private final Map<List<Object>, ProviderState> states = new HashMap<>();
    private final Map<ProviderEvent, Told> told = new HashMap<>();

    Memory(Stand stand) {
      this.customers = stand.bean(ProviderCustomers.class);
      this.happenings = stand.bean(Happenings.class);
    }

    @Override
    public boolean isConfigured() {
      return true;
    }

    @Override
    public String create(TenantId tenant, EmailAddress email, String name, String key) {
      return customers.create(tenant, email, name, key);
    }

    @Override
    public ProviderState stateOf(String customer, Set<String> known) {
      return states.computeIfAbsent(
          List.of(customer, known), _ -> customers.stateOf(customer, known));
    }

    @Override
    public Told tell(ProviderEvent event) {
      return told.computeIfAbsent(event, happenings::tell);
    }
  }
}
