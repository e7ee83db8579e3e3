package dev.tollgate.metering;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.identity.Verification;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tenants in memory, of whom customers are listed two by two. */
final class FakeTenants implements Enrollments, Members, BillingChanges {
  private static final int PAGE = 2;

  Runnable beforeCommit = () -> {};
  int pages;

  private final Map<TenantId, Enrollment> enrollments = new LinkedHashMap<>();
  private final Map<TenantId, UserId> owners = new LinkedHashMap<>();

  void begun(TenantId tenant, UserId owner, Instant since) {
    owners.put(tenant, owner);
    enrollments.put(tenant, Enrollment.begun(tenant, new Grant.Given("starter", since)));
  }

  void pays(TenantId tenant, String customer, Instant since) {
    Enrollment begun = enrollment(tenant);
    enrollments.put(
        tenant, begun.with(begun.customer().known(customer)).with(contract(customer, since)));
  }

  private static Contract contract(String customer, Instant since) {
    return new Contract(
        "sub_" + customer,
        ContractStatus.ACTIVE,
        "scale",
        BillingInterval.MONTHLY,
        "USD",
        1,
        since,
        since,
        since.plus(Duration.ofDays(30)),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  Enrollment enrollment(TenantId tenant) {
    return find(tenant).orElseThrow(() -> new AssertionError("no tenant " + tenant));
  }

  @Override
  public Optional<Enrollment> find(TenantId tenant) {
    return Optional.ofNullable(enrollments.get(tenant));
  }

  @Override
  public Customers customersFrom(Optional<String> cursor, int limit) {
    pages++;
    int from = cursor.map(Integer::parseInt).orElse(0);
    List<TenantId> all =
        enrollments.values().stream()
            .filter(each -> each.customer().id().isPresent())
            .map(Enrollment::tenant)
            .toList();
    int to = Math.min(all.size(), from + PAGE);
    return new Customers(
        all.subList(Math.min(from, to), to),
        to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
  }

  @Override
  public Map<String, TenantId> tenantsOf(Set<String> customers) {
    throw new UnsupportedOperationException("nobody asks here");
  }

  @Override
  public List<TenantId> uncheckedSince(Instant before, int limit) {
    throw new AssertionError("the comparison of contracts is another function's");
  }

  @Override
  public void checked(TenantId tenant, Instant now) {
    throw new AssertionError("the comparison of contracts is another function's");
  }

  @Override
  public Optional<Tenancy> findTenancy(TenantId tenant) {
    return find(tenant).map(enrollment -> Tenancy.of(account(tenant), enrollment));
  }

  private Account account(TenantId tenant) {
    return Account.founded(tenant, "Acme", owners.getOrDefault(tenant, nobody()), Instant.EPOCH);
  }

  private static UserId nobody() {
    return new UserId(UserId.PREFIX + "0".repeat(26));
  }

  @Override
  public Optional<Member> find(TenantId tenant, UserId user) {
    return findTenancy(tenant)
        .map(
            tenancy ->
                tenancy.with(
                    new User(
                        tenant,
                        user,
                        new EmailAddress("owner@example.com"),
                        "An Owner",
                        Role.OWNER,
                        new Verification.Unverified(),
                        Optional.empty(),
                        Set.of(),
                        1,
                        Instant.EPOCH)));
  }

  @Override
  public Optional<Principal> find(TenantId tenant, UserId user, SessionId session) {
    return Optional.empty();
  }

  @Override
  public Optional<Instant> toldAt(TenantId tenant, String fact) {
    return Optional.empty();
  }

  @Override
  public Commit commit(BillingChange change) {
    beforeCommit.run();
    change.enrollment().ifPresent(changed -> enrollments.put(change.tenant(), changed));
    return Commit.WRITTEN;
  }
}
