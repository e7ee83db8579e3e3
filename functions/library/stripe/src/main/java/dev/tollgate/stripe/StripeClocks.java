package dev.tollgate.stripe;

import com.stripe.model.Customer;
import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import com.stripe.model.testhelpers.TestClock;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.testhelpers.TestClockAdvanceParams;
import com.stripe.param.testhelpers.TestClockCreateParams;
import dev.tollgate.core.billing.ProviderClocks;
import dev.tollgate.core.kernel.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Stripe's test clocks, one a customer: Stripe takes three customers on one at most. */
final class StripeClocks implements ProviderClocks {
  /**
   * Stripe works through an advance after it has answered; ten seconds, less than a request has.
   */
  private static final int LOOKS = 20;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  /** Stripe lets a clock go so many intervals of its shortest subscription at once. */
  private static final int INTERVALS = 2;

  /** What Stripe allows where nothing is subscribed to is two years. */
  private static final int MONTHS_WITHOUT_SUBSCRIPTION = 23;

  private final StripeApi api;
  private final Pause pause;

  StripeClocks(StripeApi api, Pause pause) {
    this.api = api;
    this.pause = pause;
  }

  @Override
  public boolean isLive() {
    return api.isLive();
  }

  @Override
  public boolean isPossible() {
    return api.isConfigured() && !api.isLive();
  }

  @Override
  public Optional<ProviderClock> of(String customer) {
    return api.find("show a customer", stripe -> stripe.v1().customers().retrieve(customer))
        .map(Customer::getTestClock)
        .map(id -> clock(settled(id)));
  }

  @Override
  public ProviderClock start(String customer, Instant at, String key) {
    TestClockCreateParams params =
        TestClockCreateParams.builder()
            .setCustomer(customer)
            .setFrozenTime(at.getEpochSecond())
            .build();
    return switch (api.ask(
        "start a test clock",
        stripe -> stripe.v1().testHelpers().testClocks().create(params, StripeApi.keyed(key)))) {
      case Reply.Given<TestClock>(TestClock made) -> clock(made);
      // Somebody else started it meanwhile: the same key with another second, or a customer who
      // is on a clock already.
      case Reply.KeyTaken<TestClock> _, Reply.Refused<TestClock> _ ->
          of(customer).orElseThrow(() -> new Unavailable("a customer did not get a test clock"));
      case Reply.Declined<TestClock> _ ->
          throw new IllegalStateException("a test clock is not charged for");
    };
  }

  @Override
  public void advance(String customer, ProviderClock clock, Instant to) {
    Instant now = clock.now();
    while (now.isBefore(to)) {
      Instant reach = reach(customer, now);
      Instant step = reach.isBefore(to) ? reach : to;
      api.call(
          "advance a test clock",
          stripe ->
              stripe
                  .v1()
                  .testHelpers()
                  .testClocks()
                  .advance(
                      clock.id(),
                      TestClockAdvanceParams.builder().setFrozenTime(step.getEpochSecond()).build(),
                      StripeApi.keyed(clock.id() + "-" + step.getEpochSecond())));
      now = clock(settled(clock.id())).now();
    }
  }

  /** The clock when nothing is under way on it. */
  private TestClock settled(String id) {
    for (int look = 0; look < LOOKS; look++) {
      if (look > 0) {
        pause.pause(BETWEEN_LOOKS);
      }
      TestClock clock =
          api.call(
              "show a test clock", stripe -> stripe.v1().testHelpers().testClocks().retrieve(id));
      switch (clock.getStatus()) {
        case "ready" -> {
          return clock;
        }
        case "advancing" -> {}
        // It can do nothing any more but be deleted, with the customer and all they have signed: a
        // person's decision. Deleted there, the customer is gone here too, and the next is made.
        default ->
            throw new IllegalStateException(
                "the test clock " + id + " is in " + clock.getStatus() + "; delete it there");
      }
    }
    throw new Unavailable("a test clock is still under way");
  }

  private Instant reach(String customer, Instant from) {
    ZonedDateTime start = from.atZone(ZoneOffset.UTC);
    return subscriptions(customer).stream()
        .flatMap(subscription -> subscription.getItems().getData().stream())
        .map(item -> intervals(start, item))
        .min(Instant::compareTo)
        .orElseGet(() -> start.plusMonths(MONTHS_WITHOUT_SUBSCRIPTION).toInstant());
  }

  /** Those that have not ended. */
  private List<Subscription> subscriptions(String customer) {
    return api.call(
        "list subscriptions",
        stripe ->
            StripeApi.all(
                stripe
                    .v1()
                    .subscriptions()
                    .list(
                        SubscriptionListParams.builder()
                            .setCustomer(customer)
                            .setLimit(StripeApi.PAGE)
                            .build())));
  }

  private static Instant intervals(ZonedDateTime start, SubscriptionItem item) {
    var recurring = item.getPrice().getRecurring();
    ChronoUnit unit =
        switch (recurring.getInterval()) {
          case "day" -> ChronoUnit.DAYS;
          case "week" -> ChronoUnit.WEEKS;
          case "month" -> ChronoUnit.MONTHS;
          default -> ChronoUnit.YEARS;
        };
    return start.plus(INTERVALS * recurring.getIntervalCount(), unit).toInstant();
  }

  private static ProviderClock clock(TestClock clock) {
    return new ProviderClock(clock.getId(), Instant.ofEpochSecond(clock.getFrozenTime()));
  }
}
