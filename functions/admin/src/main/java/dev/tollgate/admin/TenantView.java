package dev.tollgate.admin;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.editions.SubscriptionTerms;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Subscription;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as the platform owner sees it.
 *
 * @param timeZone where its days and months begin, as the IANA names it
 * @param status of its subscription
 * @param live whether it may work, if it is not suspended
 * @param trialEndsAt null where there is no trial
 * @param seats null where there is no contract
 * @param currentPeriodEnd null where there is no contract
 * @param cancelsAt null where nobody canceled
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record TenantView(
    String id,
    String name,
    String timeZone,
    String createdAt,
    StandingView standing,
    String status,
    String plan,
    boolean live,
    @Nullable String trialEndsAt,
    @Nullable Integer seats,
    @Nullable String currentPeriodEnd,
    @Nullable String cancelsAt) {

  static TenantView of(Tenancy tenancy, SubscriptionTerms terms, Instant now) {
    Account account = tenancy.account();
    Subscription subscription = tenancy.enrollment().at(now, terms);
    Optional<Contract> contract = subscription.contract();
    return new TenantView(
        account.id().value(),
        account.name(),
        account.zone().getId(),
        account.createdAt().toString(),
        StandingView.of(account.standing()),
        subscription.status(),
        subscription.plan(),
        subscription.isLive(now),
        subscription instanceof Subscription.Trialing trial ? trial.endsAt().toString() : null,
        contract.map(Contract::seats).orElse(null),
        contract.map(Contract::periodEnd).map(Instant::toString).orElse(null),
        contract.flatMap(Contract::cancelsAt).map(Instant::toString).orElse(null));
  }

  /**
   * How the platform lets it stand.
   *
   * @param state good or suspended
   * @param cause administrator, terms_of_service, spam_complaints, block_listed or failed_payments;
   *     null where it is good
   * @param reason in the words that its people read; null where it is good
   * @param since null where it is good
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record StandingView(
      String state, @Nullable String cause, @Nullable String reason, @Nullable String since) {
    static StandingView of(Standing standing) {
      return switch (standing) {
        case Standing.Good _ -> new StandingView("good", null, null, null);
        case Standing.Suspended suspended ->
            new StandingView(
                "suspended",
                suspended.cause().wireName(),
                suspended.reason(),
                suspended.since().toString());
      };
    }
  }
}
