package dev.tollgate.billing;

import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.lambda.views.Wire;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was paid, in minor units of the account's currency.
 *
 * @param disputedCents what the bank has taken and not given back
 * @param netCents paid, less what was refunded and disputed
 * @param payments how many came in
 * @param since the time of the oldest movement that is counted; null where there is none
 * @param complete false where there are older ones that are not counted
 * @param nextPaymentAt null where nothing will be charged
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record SummaryView(
    String currency,
    long paidCents,
    long refundedCents,
    long disputedCents,
    long netCents,
    int payments,
    @Nullable String since,
    boolean complete,
    @Nullable String nextPaymentAt) {

  static SummaryView of(SummingLedger.Sum sum, String currency, Optional<Contract> contract) {
    return new SummaryView(
        currency,
        sum.paid(),
        sum.refunded(),
        sum.disputed(),
        sum.net(),
        sum.payments(),
        Wire.time(sum.since()),
        sum.complete(),
        Wire.time(contract.flatMap(SummaryView::nextPayment)));
  }

  /** A renewal, or the first charge of a trial; what is cancelled or not collected has none. */
  private static Optional<Instant> nextPayment(Contract contract) {
    boolean renews =
        contract.status() == ContractStatus.ACTIVE || contract.status() == ContractStatus.TRIALING;
    boolean ends =
        contract.cancelsAt().filter(end -> !end.isAfter(contract.periodEnd())).isPresent();
    return renews && !ends && !contract.collectionPaused()
        ? Optional.of(contract.periodEnd())
        : Optional.empty();
  }
}
