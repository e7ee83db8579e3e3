package dev.tollgate.core.subscriptions;

import java.time.Instant;
import java.util.Optional;

/**
 * A subscription at the payment provider, as it was when we last asked. We never change it here:
 * the provider is the truth for what is paid.
 *
 * @param id the provider's own
 * @param plan the key in our catalogue of what its price stands for
 * @param currency ISO 4217
 * @param seats at least 1
 * @param periodStart of the period that is paid or due now
 * @param periodEnd until when access lasts if nothing is renewed
 * @param cancelsAt when it will end by somebody's wish
 * @param collectionPaused whether it runs on without being charged for
 * @param endedAt present exactly when it is over
 */
public record Contract(
    String id,
    ContractStatus status,
    String plan,
    BillingInterval interval,
    String currency,
    int seats,
    Instant startedAt,
    Instant periodStart,
    Instant periodEnd,
    Optional<Instant> trialEnd,
    Optional<Instant> cancelsAt,
    boolean collectionPaused,
    Optional<Instant> endedAt) {
  public Contract {
    if (seats < 1) {
      throw new IllegalArgumentException("a contract without a seat");
    }
  }

  /** When the provider charges for what is tried until then; empty where nothing is, or ends. */
  public Optional<Instant> chargedAfterTrial() {
    return status == ContractStatus.TRIALING && cancelsAt.isEmpty() ? trialEnd : Optional.empty();
  }

  public boolean isRunning() {
    return status.isRunning();
  }

  /** Whether what is owed is the first charge of a contract that began with a trial. */
  public boolean owesFirstPeriod() {
    return status == ContractStatus.PAST_DUE && trialEnd.filter(periodStart::equals).isPresent();
  }

  /** What is left where the provider no longer knows the customer: ended, and nothing more. */
  public Contract lost(Instant now) {
    return status == ContractStatus.CANCELED
        ? this
        : new Contract(
            id,
            ContractStatus.CANCELED,
            plan,
            interval,
            currency,
            seats,
            startedAt,
            periodStart,
            periodEnd,
            trialEnd,
            cancelsAt,
            collectionPaused,
            Optional.of(endedAt.orElse(now)));
  }
}
