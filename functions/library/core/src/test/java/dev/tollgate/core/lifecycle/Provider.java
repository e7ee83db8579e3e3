package dev.tollgate.core.lifecycle;

import dev.tollgate.core.billing.Charges;
import dev.tollgate.core.billing.Checkouts;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.ProviderState;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The payment provider of one customer: what was asked of it, and what it says. */
final class Provider implements ProviderCustomers, Checkouts, Charges, Contracts {
  static final String CUSTOMER = "cus_1";
  static final Money PRICE = new Money(4900, "USD");

  final List<String> asked = new ArrayList<>();
  final Map<String, Contract> contracts = new LinkedHashMap<>();
  boolean refuses = true;

  /** What happens while a page is being closed. */
  Runnable whenClosing = () -> {};

  private final Instant now;

  Provider(Instant now) {
    this.now = now;
  }

  void signs(String id, ContractStatus status) {
    boolean over = status == ContractStatus.CANCELED || status == ContractStatus.INCOMPLETE_EXPIRED;
    contracts.put(
        id,
        new Contract(
            id,
            status,
            "pro",
            BillingInterval.MONTHLY,
            "USD",
            1,
            now,
            now,
            now.plus(Duration.ofDays(30)),
            Optional.empty(),
            Optional.empty(),
            false,
            over ? Optional.of(now) : Optional.empty()));
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
  public ProviderState stateOf(String customer, Set<String> known) {
    return new ProviderState(customer, false, Optional.empty(), List.copyOf(contracts.values()));
  }

  @Override
  public Checkouts.Outcome open(Checkouts.Order order, String key) {
    throw new AssertionError("nobody buys here");
  }

  @Override
  public boolean isOpen(String id) {
    return !asked.contains("close " + id);
  }

  @Override
  public void close(String id) {
    whenClosing.run();
    asked.add("close " + id);
  }

  @Override
  public String begin(Charges.Order order, String key) {
    asked.add("begin " + order.lines().getFirst().price());
    signs("sub_begun", ContractStatus.INCOMPLETE);
    return "sub_begun";
  }

  @Override
  public void pay(String contract, String key) {
    asked.add("pay " + contract);
    if (!refuses) {
      signs(contract, ContractStatus.ACTIVE);
    }
  }

  @Override
  public Optional<Owed> owed(String contract) {
    return Optional.ofNullable(contracts.get(contract))
        .filter(each -> each.status() != ContractStatus.ACTIVE)
        .map(_ -> new Owed("in_" + contract, PRICE, Optional.empty(), Optional.empty()));
  }

  @Override
  public void undo(String contract, String key) {
    asked.add("undo " + contract);
    signs(contract, ContractStatus.INCOMPLETE_EXPIRED);
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
}
