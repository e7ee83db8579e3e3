package dev.tollgate.dynamo;

import dev.tollgate.core.billing.Charges;
import dev.tollgate.core.billing.Checkouts;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.ProviderState;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.plans.ProviderPrices;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The payment provider of one customer whose card is refused, and who has another one at hand. */
final class OneCustomer implements ProviderCustomers, Checkouts, Charges, Contracts {
  static final String BOUGHT = "sub_page";
  private static final String BEGUN = "sub_begun";

  private final String customer = Some.customer();
  private final boolean opensAnother;
  private final Map<String, Contract> contracts = new LinkedHashMap<>();
  private boolean closed;
  private int charged;

  /**
   * @param opensAnother whether they have a page that was opened behind the one that is closed
   */
  OneCustomer(boolean opensAnother) {
    this.opensAnother = opensAnother;
  }

  String customer() {
    return customer;
  }

  /** Pays on the page, unless it is closed by now. */
  synchronized boolean buys() {
    if (closed && !opensAnother) {
      return false;
    }
    sign(BOUGHT, ContractStatus.ACTIVE);
    charged++;
    return true;
  }

  synchronized int charged() {
    return charged;
  }

  /** Contracts whose invoice somebody could still pay. */
  synchronized List<Contract> payable() {
    return contracts.values().stream()
        .filter(each -> each.status() == ContractStatus.INCOMPLETE)
        .toList();
  }

  private void sign(String id, ContractStatus status) {
    contracts.put(
        id,
        new Contract(
            id,
            status,
            "starter",
            BillingInterval.MONTHLY,
            "USD",
            1,
            Some.NOW,
            Some.NOW,
            Some.NOW.plus(Duration.ofDays(31)),
            Optional.empty(),
            Optional.empty(),
            false,
            status == ContractStatus.INCOMPLETE_EXPIRED
                ? Optional.of(Some.NOW)
                : Optional.empty()));
  }

  @Override
  public boolean isConfigured() {
    return true;
  }

  @Override
  public String create(TenantId tenant, EmailAddress email, String name, String key) {
    throw new AssertionError("it is a customer already");
  }

  @Override
  public synchronized ProviderState stateOf(String of, Set<String> known) {
    return new ProviderState(of, false, Optional.empty(), List.copyOf(contracts.values()));
  }

  @Override
  public Checkouts.Outcome open(Checkouts.Order order, String key) {
    throw new AssertionError("the page is open");
  }

  @Override
  public synchronized boolean isOpen(String id) {
    return !closed;
  }

  @Override
  public synchronized void close(String id) {
    closed = true;
  }

  @Override
  public synchronized String begin(Charges.Order order, String key) {
    sign(BEGUN, ContractStatus.INCOMPLETE);
    return BEGUN;
  }

  @Override
  public void pay(String contract, String key) {}

  @Override
  public synchronized Optional<Owed> owed(String contract) {
    return payable().stream()
        .filter(each -> each.id().equals(contract))
        .findFirst()
        .map(
            each ->
                new Owed(
                    "in_" + each.id(), new Money(4900, "USD"), Optional.empty(), Optional.empty()));
  }

  @Override
  public synchronized void undo(String contract, String key) {
    sign(contract, ContractStatus.INCOMPLETE_EXPIRED);
  }

  @Override
  public Preview preview(String contract, Change change) {
    throw new AssertionError("nobody asks");
  }

  @Override
  public Contracts.Outcome change(String contract, Change change, String key) {
    throw new AssertionError("nobody asks");
  }

  @Override
  public void cancelAtPeriodEnd(String contract, String key) {
    throw new AssertionError("nobody asks");
  }

  @Override
  public void cancelNow(String contract, String key) {
    throw new AssertionError("nobody asks");
  }

  @Override
  public void resume(String contract, String key) {
    throw new AssertionError("nobody asks");
  }

  /** The edition's plans, each with a price. */
  PlanCatalogue shelf(Edition edition) {
    return new PlanCatalogue() {
      @Override
      public List<ListedPlan> all() {
        return edition.plans().stream()
            .map(
                plan ->
                    new ListedPlan(
                        plan,
                        new ProviderPrices(
                            Optional.of("price_" + plan.key()), Optional.empty(), Map.of()),
                        1))
            .toList();
      }

      @Override
      public boolean replace(ListedPlan changed) {
        throw new AssertionError("nobody edits");
      }

      @Override
      public void invalidate() {}
    };
  }
}
