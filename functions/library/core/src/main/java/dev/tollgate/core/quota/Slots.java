package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.MeterKind;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Finds where a tenant's meters count at a moment. */
public final class Slots {
  private Slots() {}

  /**
   * @param zone of the tenant, for its days and months
   * @param subscription for the months of its billing
   */
  public static Slot of(MeterPolicy policy, ZoneId zone, Subscription subscription, Instant now) {
    Meter meter = policy.meter();
    LocalDate today = LocalDate.ofInstant(now, zone);
    return switch (policy.kind()) {
      case MeterKind.Gauge _ -> new Slot.Level(meter);
      case MeterKind.Counter(var period) ->
          switch (period) {
            case DAY ->
                new Slot.Within(
                    meter, today.toString(), today.plusDays(1).atStartOfDay(zone).toInstant());
            case MONTH -> {
              YearMonth month = YearMonth.from(today);
              yield new Slot.Within(
                  meter,
                  month.toString(),
                  month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
            }
            case BILLING_MONTH -> billingMonth(meter, subscription, now);
            case ROLLING_24_HOURS -> new Slot.LastDay(meter, now);
          };
    };
  }

  private static Slot billingMonth(Meter meter, Subscription subscription, Instant now) {
    Optional<Contract> paid = subscription.contract().filter(Contract::isRunning);
    if (paid.isEmpty()) {
      return month(meter, startOf(subscription), now);
    }
    Contract contract = paid.get();
    if (!now.isBefore(contract.periodEnd())) {
      return month(meter, contract.periodEnd(), now); // renewed; the provider's word is on its way
    }
    return contract.interval() == BillingInterval.MONTHLY
        ? within(meter, contract.periodStart(), contract.periodEnd())
        : month(meter, contract.periodStart(), now);
  }

  /** Months are counted from the first one's start, so that the 31st comes back after February. */
  private static Slot month(Meter meter, Instant anchor, Instant now) {
    long months = 0;
    if (anchor.isBefore(now)) {
      months =
          ChronoUnit.MONTHS.between(anchor.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC));
      if (!plus(anchor, months + 1).isAfter(now)) {
        months++;
      }
    }
    return within(meter, plus(anchor, months), plus(anchor, months + 1));
  }

  private static Instant plus(Instant anchor, long months) {
    return anchor.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
  }

  private static Slot within(Meter meter, Instant start, Instant end) {
    return new Slot.Within(meter, start.truncatedTo(ChronoUnit.SECONDS).toString(), end);
  }

  private static Instant startOf(Subscription subscription) {
    return switch (subscription) {
      case Subscription.Trialing trial -> trial.startedAt();
      case Subscription.Active active -> active.startedAt();
      case Subscription.PastDue late -> late.owed().startedAt();
      case Subscription.Unpaid unpaid -> unpaid.owed().startedAt();
      case Subscription.Paused paused -> paused.waiting().startedAt();
      case Subscription.Canceled canceled -> canceled.last().startedAt();
      case Subscription.Incomplete incomplete -> incomplete.startedAt();
      case Subscription.Complimentary gift -> gift.startedAt();
    };
  }
}
