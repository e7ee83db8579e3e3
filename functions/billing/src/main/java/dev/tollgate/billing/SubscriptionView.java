package dev.tollgate.billing;

import dev.tollgate.core.subscriptions.BillingState;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.lambda.views.Wire;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A subscription with everything that was agreed on. What only a paid one has is null elsewhere.
 *
 * @param billingInterval monthly or annual
 * @param seats that are paid for
 * @param seatLimit null is unlimited
 * @param cancelAt when it will end by somebody's wish
 * @param collectionPaused whether it runs on without being charged for
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record SubscriptionView(
    String status,
    String plan,
    @Nullable String billingInterval,
    @Nullable Integer seats,
    @Nullable Long seatLimit,
    @Nullable String currency,
    @Nullable String startedAt,
    String currentPeriodStart,
    @Nullable String currentPeriodEnd,
    @Nullable String trialEnd,
    @Nullable Long trialDaysRemaining,
    boolean cancelAtPeriodEnd,
    @Nullable String cancelAt,
    @Nullable String endedAt,
    boolean collectionPaused,
    boolean isLive,
    boolean isPaid,
    boolean hasProEntitlement) {

  static SubscriptionView of(BillingState state) {
    Optional<Contract> contract = state.subscription().contract();
    return new SubscriptionView(
        state.subscription().status(),
        state.subscription().plan(),
        contract.map(known -> known.interval().wireName()).orElse(null),
        contract.map(Contract::seats).orElse(null),
        Wire.number(state.seatLimit()),
        contract.map(Contract::currency).orElse(null),
        Wire.time(contract.map(Contract::startedAt)),
        state.periodStart().toString(),
        Wire.time(state.periodEnd()),
        Wire.time(contract.flatMap(Contract::trialEnd).or(() -> trialEnd(state))),
        Wire.number(state.trialDaysRemaining()),
        state.cancelAtPeriodEnd(),
        Wire.time(contract.flatMap(Contract::cancelsAt)),
        Wire.time(contract.flatMap(Contract::endedAt)),
        contract.filter(Contract::collectionPaused).isPresent(),
        state.live(),
        state.paid(),
        state.proEntitlement());
  }

  private static Optional<java.time.Instant> trialEnd(BillingState state) {
    return state.trialDaysRemaining().isPresent() ? state.periodEnd() : Optional.empty();
  }
}
