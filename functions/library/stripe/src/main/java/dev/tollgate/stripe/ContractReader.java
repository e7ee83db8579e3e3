package dev.tollgate.stripe;

import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import dev.tollgate.core.billing.UnknownPlan;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A subscription of Stripe's as a contract of ours. */
final class ContractReader {
  private final PlanNames plans;

  ContractReader(PlanNames plans) {
    this.plans = plans;
  }

  /**
   * @throws UnknownPlan where its price stands for none of our plans
   */
  Contract read(Subscription subscription) {
    SubscriptionItem item = licensed(subscription);
    ContractStatus status = status(subscription);
    Instant start = Wire.instant(startedAt(subscription));
    Optional<Instant> ended = ended(subscription, status);
    Instant periodEnd = periodEnd(subscription).orElse(start);
    return new Contract(
        subscription.getId(),
        status,
        plan(subscription, item.getPrice()),
        interval(subscription, item.getPrice()),
        Wire.upper(subscription.getCurrency()),
        seats(item),
        start,
        periodStart(subscription).orElse(start),
        periodEnd,
        Wire.maybe(subscription.getTrialEnd()),
        ended.isPresent() ? Optional.empty() : cancelsAt(subscription, periodEnd),
        subscription.getPauseCollection() != null,
        ended);
  }

  private String plan(Subscription subscription, Price price) {
    return plans
        .of(subscription, price)
        .orElseThrow(() -> new UnknownPlan(subscription.getId(), price.getId()));
  }

  private static ContractStatus status(Subscription subscription) {
    return ContractStatus.parse(subscription.getStatus())
        .orElseThrow(
            () -> new IllegalStateException("an unknown status of " + subscription.getId()));
  }

  /** The seats or the plan itself; what is billed by usage goes along. */
  static SubscriptionItem licensed(Subscription subscription) {
    return items(subscription).stream()
        .filter(item -> !isMetered(item.getPrice()))
        .findFirst()
        .orElseThrow(() -> new UnknownPlan(subscription.getId(), "none"));
  }

  static List<SubscriptionItem> metered(Subscription subscription) {
    return items(subscription).stream().filter(item -> isMetered(item.getPrice())).toList();
  }

  static boolean isMetered(Price price) {
    return price.getRecurring() != null && "metered".equals(price.getRecurring().getUsageType());
  }

  private static List<SubscriptionItem> items(Subscription subscription) {
    return subscription.getItems().getData();
  }

  private static BillingInterval interval(Subscription subscription, Price price) {
    return Intervals.of(price)
        .orElseThrow(() -> new UnknownPlan(subscription.getId(), price.getId()));
  }

  private static int seats(SubscriptionItem item) {
    return item.getQuantity() == null ? 1 : (int) Math.max(1, item.getQuantity());
  }

  private static long startedAt(Subscription subscription) {
    return subscription.getStartDate() == null
        ? subscription.getCreated()
        : subscription.getStartDate();
  }

  private static Optional<Instant> periodStart(Subscription subscription) {
    return items(subscription).stream()
        .flatMap(item -> Wire.maybe(item.getCurrentPeriodStart()).stream())
        .min(Instant::compareTo);
  }

  static Optional<Instant> periodEnd(Subscription subscription) {
    return items(subscription).stream()
        .flatMap(item -> Wire.maybe(item.getCurrentPeriodEnd()).stream())
        .max(Instant::compareTo);
  }

  /** In flexible billing mode a cancellation on the portal page sets the moment and no flag. */
  private static Optional<Instant> cancelsAt(Subscription subscription, Instant periodEnd) {
    Optional<Instant> named = Wire.maybe(subscription.getCancelAt());
    return named.isEmpty() && Boolean.TRUE.equals(subscription.getCancelAtPeriodEnd())
        ? Optional.of(periodEnd)
        : named;
  }

  private static Optional<Instant> ended(Subscription subscription, ContractStatus status) {
    return switch (status) {
      case CANCELED, INCOMPLETE_EXPIRED ->
          Wire.maybe(subscription.getEndedAt())
              .or(() -> Wire.maybe(subscription.getCanceledAt()))
              .or(() -> Wire.maybe(subscription.getCreated()));
      case INCOMPLETE, TRIALING, ACTIVE, PAST_DUE, UNPAID, PAUSED -> Optional.empty();
    };
  }
}
