package dev.tollgate.core.subscriptions;

import dev.tollgate.core.editions.SubscriptionTerms;
import dev.tollgate.core.editions.TrialEnd;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * All that a tenant's subscription is decided from: what we gave, and what the payment provider
 * last said. The two never overwrite each other, so the order in which they arrive cannot matter.
 *
 * @param customer who the tenant is to the provider
 * @param contract the one contract that counts, of all the tenant ever had
 * @param checkout the checkout that was opened last, until it is paid or over
 * @param currency fixed by the first contract, ISO 4217
 * @param version goes up by one with every write
 */
public record Enrollment(
    TenantId tenant,
    Grant grant,
    ProviderCustomer customer,
    Optional<Contract> contract,
    Optional<OpenCheckout> checkout,
    Optional<String> currency,
    long version) {

  /**
   * How late the provider's word that a trial became a paid subscription may come, so that nobody
   * who pays is locked out over a lost event: the nightly comparison finds it within that.
   */
  private static final Duration NEWS = Duration.ofHours(25);

  /** Of a tenant that the provider has never heard of. */
  public static Enrollment begun(TenantId tenant, Grant grant) {
    return new Enrollment(
        tenant,
        grant,
        ProviderCustomer.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /**
   * The subscription at that moment. A running contract comes before what we gave; a contract that
   * ended stands until something is given after its end, except that a present outlasts it.
   */
  public Subscription at(Instant now, SubscriptionTerms terms) {
    if (contract.isPresent() && contract.get().isRunning()) {
      return running(contract.get(), terms);
    }
    if (grant instanceof Grant.Complimentary gift) {
      return new Subscription.Complimentary(gift.plan(), gift.since());
    }
    Optional<Instant> ended = contract.flatMap(Contract::endedAt);
    if (contract.isPresent() && ended.isPresent() && !grant.since().isAfter(ended.get())) {
      return contract.get().status() == ContractStatus.CANCELED
          ? new Subscription.Canceled(contract.get().plan(), contract.get(), ended.get())
          : granted(now, terms.trial()); // a first payment that never came takes nothing away
    }
    return granted(now, terms.trial());
  }

  /** The trial that we gave, where it is what the tenant has, or had until it was over. */
  public Optional<Grant.Trial> ownTrial(SubscriptionTerms terms) {
    return grant instanceof Grant.Trial trial
            && at(trial.endsAt().minusNanos(1), terms) instanceof Subscription.Trialing last
            && last.contract().isEmpty()
        ? Optional.of(trial)
        : Optional.empty();
  }

  private Subscription granted(Instant now, TrialPolicy policy) {
    return switch (grant) {
      case Grant.Trial trial -> trial(trial, now, policy);
      case Grant.Given given ->
          new Subscription.Active(given.plan(), given.since(), Optional.empty());
      case Grant.Unpaid unpaid -> new Subscription.Incomplete(unpaid.plan(), unpaid.since());
      case Grant.Complimentary gift -> new Subscription.Complimentary(gift.plan(), gift.since());
    };
  }

  private static Subscription trial(Grant.Trial trial, Instant now, TrialPolicy policy) {
    if (!now.isBefore(trial.endsAt())
        && policy instanceof TrialPolicy.Trial rules
        && rules.afterwards() instanceof TrialEnd.FreeTier(String free)) {
      return new Subscription.Active(free, trial.endsAt(), Optional.empty());
    }
    return new Subscription.Trialing(
        trial.plan(), trial.since(), trial.endsAt(), graceEnd(trial, policy), Optional.empty());
  }

  private static Instant graceEnd(Grant.Trial trial, TrialPolicy policy) {
    return policy instanceof TrialPolicy.Trial rules
            && rules.afterwards() instanceof TrialEnd.ReadOnlyLock(var grace)
        ? trial.endsAt().plus(grace)
        : trial.endsAt();
  }

  private static Subscription running(Contract contract, SubscriptionTerms terms) {
    String plan = contract.plan();
    return switch (contract.status()) {
      case TRIALING -> {
        Instant end = contract.trialEnd().orElse(contract.periodEnd());
        yield new Subscription.Trialing(
            plan, contract.startedAt(), end, end.plus(NEWS), Optional.of(contract));
      }
      case ACTIVE -> new Subscription.Active(plan, contract.startedAt(), Optional.of(contract));
      case PAST_DUE ->
          new Subscription.PastDue(
              plan, contract, contract.periodStart().plus(terms.dunning().grace()));
      case UNPAID -> new Subscription.Unpaid(plan, contract);
      case PAUSED -> new Subscription.Paused(plan, contract);
      case INCOMPLETE, INCOMPLETE_EXPIRED, CANCELED ->
          throw new IllegalStateException("a contract that does not run");
    };
  }

  /** Whether a contract runs, so that a second one would charge twice. */
  public boolean isSubscribed() {
    return contract.filter(Contract::isRunning).isPresent();
  }

  public Enrollment with(Grant given) {
    return new Enrollment(tenant, given, customer, contract, checkout, currency, version);
  }

  public Enrollment with(ProviderCustomer known) {
    return new Enrollment(tenant, grant, known, contract, checkout, currency, version);
  }

  /** The first contract fixes the currency; a running one closes the checkout that led to it. */
  public Enrollment with(Contract current) {
    return new Enrollment(
        tenant,
        grant,
        customer,
        Optional.of(current),
        current.isRunning() ? Optional.empty() : checkout,
        currency.or(() -> Optional.of(current.currency())),
        version);
  }

  public Enrollment with(OpenCheckout opened) {
    return new Enrollment(
        tenant, grant, customer, contract, Optional.of(opened), currency, version);
  }

  /** The same once it is written. */
  public Enrollment next() {
    return new Enrollment(tenant, grant, customer, contract, checkout, currency, version + 1);
  }

  /** Alike but for the version. */
  public boolean sameAs(Enrollment other) {
    return equals(
        new Enrollment(
            other.tenant,
            other.grant,
            other.customer,
            other.contract,
            other.checkout,
            other.currency,
            version));
  }
}
