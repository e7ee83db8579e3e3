package dev.tollgate.core.billing;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Enrollment;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The first charge after a trial. A contract is begun before it is charged for, and whoever comes
 * after a crash finds it and goes on with it: each step bears a key, and what is true afterwards is
 * asked for, never remembered.
 */
public final class ChargingTrial {
  private final PlanCatalogue catalogue;
  private final EnsuringCustomer ensuring;
  private final ProviderCustomers customers;
  private final Checkouts checkouts;
  private final Charges charges;
  private final RefreshingEnrollment refreshing;
  private final FollowingTime following;

  public ChargingTrial(
      PlanCatalogue catalogue,
      EnsuringCustomer ensuring,
      ProviderCustomers customers,
      Checkouts checkouts,
      Charges charges,
      RefreshingEnrollment refreshing,
      FollowingTime following) {
    this.catalogue = catalogue;
    this.ensuring = ensuring;
    this.customers = customers;
    this.checkouts = checkouts;
    this.charges = charges;
    this.refreshing = refreshing;
    this.following = following;
  }

  /**
   * One try for a trial that nobody bought: the contract whose first payment is still open is tried
   * again, and where there is none one is begun.
   *
   * @param key of this try, the same when it is made again after a crash
   * @throws Unavailable where it is unknown how it went
   */
  public Outcome charge(TenantId tenant, String plan, String key) {
    if (!canCharge(tenant)) {
      return new NotConfigured();
    }
    Optional<Enrollment> enrollment = ensuring.ensure(tenant);
    if (enrollment.isEmpty()) {
      return new Nobody();
    }
    // Who pays there after this charge would have bought the same twice.
    enrollment.get().checkout().ifPresent(page -> checkouts.close(page.id()));
    String customer = enrollment.get().customer().id().orElseThrow();
    ProviderState state = customers.stateOf(customer, Set.of());
    if (state.deleted() || state.contracts().stream().anyMatch(Contract::isRunning)) {
      return learned(tenant, state);
    }
    Optional<String> contract =
        state.incomplete().stream()
            .findFirst()
            .map(Contract::id)
            .or(() -> begin(tenant, customer, plan, key));
    if (contract.isEmpty()) {
      return new NotConfigured();
    }
    charges.pay(contract.get(), key + "-pay");
    return outcome(tenant, customer, contract.get());
  }

  /** One more try for a trial that was bought and whose first charge the provider was refused. */
  public Outcome chargeAgain(Enrollment enrollment, Contract owing, String key) {
    if (!canCharge(enrollment.tenant())) {
      return new NotConfigured();
    }
    charges.pay(owing.id(), key + "-pay");
    return look(enrollment, owing);
  }

  /** How the provider's own try went. */
  public Outcome look(Enrollment enrollment, Contract owing) {
    return customers.isConfigured()
        ? outcome(enrollment.tenant(), enrollment.customer().id().orElseThrow(), owing.id())
        : new NotConfigured();
  }

  private boolean canCharge(TenantId tenant) {
    return customers.isConfigured() && !following.isAheadOfMoney(tenant);
  }

  /** Empty where the plan has no price at the provider yet. */
  private Optional<String> begin(TenantId tenant, String customer, String plan, String key) {
    OpeningCheckout.Wish wish =
        new OpeningCheckout.Wish(plan, OptionalInt.empty(), BillingInterval.MONTHLY);
    return switch (Sellable.given(catalogue, wish)) {
      case Sellable.Yes yes ->
          Optional.of(charges.begin(new Charges.Order(tenant, customer, plan, yes.lines()), key));
      case Sellable.No no ->
          throw new IllegalStateException("the trial's plan cannot be sold: " + no.violations());
      case Sellable.NotMatched _ -> Optional.empty();
    };
  }

  /** What we knew was old: what is to be done is decided anew from what is written now. */
  private Outcome learned(TenantId tenant, ProviderState state) {
    boolean isTenants = refreshing.refresh(tenant, state.customer()).isPresent();
    if (isTenants && state.deleted()) {
      throw new Unavailable("the customer was deleted; the next try makes another one");
    }
    return isTenants ? new Settled() : new Nobody();
  }

  private Outcome outcome(TenantId tenant, String customer, String contract) {
    Optional<RefreshingEnrollment.Refreshed> known = refreshing.refresh(tenant, customer);
    if (known.isEmpty()) {
      return new Nobody();
    }
    Optional<Contract> running = known.get().enrollment().contract().filter(Contract::isRunning);
    if (running.filter(each -> !each.owesFirstPeriod()).isPresent()) {
      return new Settled();
    }
    return charges
        .owed(running.map(Contract::id).orElse(contract))
        .<Outcome>map(owed -> new Owing(owed, known.get().written()))
        .orElseThrow(() -> new Unavailable("the first charge is neither paid nor owed"));
  }

  /** How a try went. */
  public sealed interface Outcome {}

  /** Nothing is owed: it was paid, or something else runs. */
  public record Settled() implements Outcome {}

  /**
   * @param owing the enrollment as it was known to owe
   */
  public record Owing(Charges.Owed owed, Enrollment owing) implements Outcome {}

  /** The tenant or its owner is gone. */
  public record Nobody() implements Outcome {}

  /**
   * No account with the provider, or not one for the tenant's own time, or the plan stands for none
   * of its prices yet.
   */
  public record NotConfigured() implements Outcome {}
}
