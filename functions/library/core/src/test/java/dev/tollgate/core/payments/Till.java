package dev.tollgate.core.payments;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.billing.EnsuringCustomer;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.ProviderState;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.core.subscriptions.ProviderCustomer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A provider that knows keys, a store that knows versions, and a death at the call of choice. */
final class Till {
  static final TenantId TENANT = new TenantId("ten_00000000000000000000000000");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  final List<LedgerEntry> ledger = new ArrayList<>();
  final Cards cards = new Cards();
  private final Map<String, Payments.Kept> kept = new HashMap<>();
  private int calls;
  private int deathAt = -1;
  private boolean deathAfter;

  /** The process is gone. */
  static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  void dieAt(int call, boolean after) {
    deathAt = call;
    deathAfter = after;
  }

  private <T> T outside(Supplier<T> call) {
    calls++;
    boolean dies = calls == deathAt;
    if (dies && !deathAfter) {
      throw new Death();
    }
    T answer = call.get();
    if (dies) {
      throw new Death();
    }
    return answer;
  }

  TakingPayments payments() {
    Time time = new Still();
    return new TakingPayments(
        new EnsuringCustomer(
            new AlwaysACustomer(), new Nobody(), new NoProvider(), new NoChanges(), time),
        new Store(),
        cards,
        time);
  }

  private final class Store implements Payments {
    @Override
    public Optional<Kept> find(TenantId tenant, String order) {
      return outside(() -> Optional.ofNullable(kept.get(order)));
    }

    @Override
    public boolean save(Payment payment, long version, List<LedgerEntry> movements) {
      return outside(
          () -> {
            String order = payment.order().id();
            long now = kept.containsKey(order) ? kept.get(order).version() : 0;
            if (now != version) {
              return false;
            }
            kept.put(order, new Kept(payment, version + 1));
            movements.stream().filter(entry -> !ledger.contains(entry)).forEach(ledger::add);
            return true;
          });
    }
  }

  /** One payment; the same key never does anything twice. */
  final class Cards implements CardPayments {
    int made;
    long taken;
    long givenBack;
    private final Set<String> keys = new java.util.HashSet<>();
    private Status status = Status.OPEN;
    private Money amount = new Money(0, "USD");
    private String tenant = "";
    private String order = "";

    void confirm() {
      status = status == Status.OPEN ? Status.AUTHORISED : status;
    }

    void runOut() {
      status = Status.RELEASED;
    }

    void claimTenant(String other) {
      tenant = other;
    }

    private State state() {
      return new State("pi_1", "secret", status, amount, tenant, order, NOW);
    }

    @Override
    public State open(String customer, Payment.Order wanted, String key) {
      return outside(
          () -> {
            if (keys.add(key)) {
              made++;
              amount = wanted.amount();
              tenant = wanted.tenant().value();
              order = wanted.id();
            }
            return state();
          });
    }

    @Override
    public State find(String reference) {
      return outside(this::state);
    }

    @Override
    public State capture(String reference, String key) {
      return outside(
          () -> {
            if (status == Status.AUTHORISED) {
              status = Status.CAPTURED;
              taken += amount.minor();
            }
            return state();
          });
    }

    @Override
    public State release(String reference, String key) {
      return outside(
          () -> {
            status = status == Status.CAPTURED ? status : Status.RELEASED;
            return state();
          });
    }

    @Override
    public Refund refund(String reference, Money back, String key) {
      return outside(
          () -> {
            if (keys.add(key)) {
              givenBack += back.minor();
            }
            return new Refund.Given("re_" + key, NOW);
          });
    }
  }

  private static final class Still implements Time {
    @Override
    public Instant now() {
      return NOW;
    }

    @Override
    public Instant now(TenantId tenant) {
      return NOW;
    }
  }

  /** The tenant is a customer already; how it becomes one is another test's. */
  private static final class AlwaysACustomer implements Enrollments {
    @Override
    public Optional<Enrollment> find(TenantId tenant) {
      return Optional.of(
          Enrollment.begun(tenant, new Grant.Given("free", NOW))
              .with(new ProviderCustomer(Optional.of("cus_1"), 1, Set.of())));
    }

    @Override
    public Map<String, TenantId> tenantsOf(Set<String> customers) {
      return Map.of();
    }

    @Override
    public List<TenantId> uncheckedSince(Instant before, int limit) {
      return List.of();
    }

    @Override
    public void checked(TenantId tenant, Instant now) {}

    @Override
    public Enrollments.Customers customersFrom(Optional<String> cursor, int limit) {
      return new Enrollments.Customers(List.of(), Optional.empty());
    }
  }

  private static final class Nobody implements Members {
    @Override
    public Optional<Tenancy> findTenancy(TenantId tenant) {
      return Optional.of(
          Tenancy.of(
              Account.founded(tenant, "Asha", new UserId("usr_00000000000000000000000000"), NOW),
              Enrollment.begun(tenant, new Grant.Given("free", NOW))));
    }

    @Override
    public Optional<Member> find(TenantId tenant, UserId user) {
      return Optional.empty();
    }

    @Override
    public Optional<Principal> find(TenantId tenant, UserId user, SessionId session) {
      return Optional.empty();
    }
  }

  private static final class NoProvider implements ProviderCustomers {
    @Override
    public boolean isConfigured() {
      return true;
    }

    @Override
    public String create(TenantId tenant, EmailAddress email, String name, String key) {
      throw new IllegalStateException("there is a customer");
    }

    @Override
    public ProviderState stateOf(String customer, Set<String> known) {
      throw new IllegalStateException("nobody asks");
    }
  }

  private static final class NoChanges implements BillingChanges {
    @Override
    public Optional<Instant> toldAt(TenantId tenant, String fact) {
      return Optional.empty();
    }

    @Override
    public Commit commit(BillingChange change) {
      throw new IllegalStateException("nothing changes");
    }
  }
}
