package dev.tollgate.billing;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.entitlements.Overrides;
import dev.tollgate.core.identity.AccessClaims;
import dev.tollgate.core.identity.AccessTokens;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Session;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.identity.Verification;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One account with a person of each role, and what it is enrolled in; a role's name is its token.
 */
final class People implements AccessTokens, Members, Enrollments, BillingChanges {
  static final TenantId TENANT = new TenantId("ten_" + "0".repeat(26));
  private static final SessionId SESSION = new SessionId("ses_" + "0".repeat(26));
  private static final List<Role> ROLES = List.of(Role.values());
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant FAR_AHEAD = Instant.parse("2999-01-01T00:00:00Z");

  final List<BillingChange> written = new ArrayList<>();
  Enrollment enrollment = Enrollment.begun(TENANT, new Grant.Given("free", LONG_AGO));

  Overrides overrides = Overrides.none(TENANT);

  /** Whether somebody else is always faster. */
  boolean contended;

  @Override
  public String mint(AccessClaims claims, Instant now, Duration lifetime) {
    return claims.role().wireName();
  }

  @Override
  public Optional<AccessClaims> verify(String token) {
    return Role.parse(token).map(role -> new AccessClaims(TENANT, id(role), SESSION, role));
  }

  @Override
  public String publicKeys() {
    return "{}";
  }

  @Override
  public Optional<Tenancy> findTenancy(TenantId tenant) {
    Account account = Account.founded(TENANT, "Fleet", id(Role.OWNER), LONG_AGO);
    return Optional.of(new Tenancy(account, enrollment, overrides));
  }

  @Override
  public Optional<Member> find(TenantId tenant, UserId user) {
    return findTenancy(tenant).map(tenancy -> tenancy.with(person(user)));
  }

  @Override
  public Optional<Principal> find(TenantId tenant, UserId user, SessionId session) {
    return find(tenant, user).map(member -> new Principal(member, session(user)));
  }

  @Override
  public Optional<Enrollment> find(TenantId tenant) {
    return Optional.of(enrollment);
  }

  @Override
  public Map<String, TenantId> tenantsOf(Set<String> customers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<TenantId> uncheckedSince(Instant before, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checked(TenantId tenant, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Customers customersFrom(Optional<String> cursor, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Instant> toldAt(TenantId tenant, String fact) {
    return Optional.empty();
  }

  @Override
  public Commit commit(BillingChange change) {
    if (contended && change.enrollment().isPresent()) {
      return Commit.STALE;
    }
    written.add(change);
    change.enrollment().ifPresent(next -> enrollment = next);
    return Commit.WRITTEN;
  }

  private static UserId id(Role role) {
    return new UserId("usr_" + "0".repeat(25) + ROLES.indexOf(role));
  }

  /** Nobody ever proved a mailbox, which must not matter here. */
  private static User person(UserId id) {
    Role role = ROLES.get(id.value().charAt(id.value().length() - 1) - '0');
    return new User(
        TENANT,
        id,
        new EmailAddress(role.wireName() + "@example.com"),
        "Ada",
        role,
        new Verification.Unverified(),
        Optional.empty(),
        Set.of(),
        1,
        LONG_AGO);
  }

  private static Session session(UserId user) {
    Fingerprint any = Fingerprint.of("any");
    return new Session(
        TENANT,
        user,
        SESSION,
        1,
        0,
        any,
        any,
        Optional.empty(),
        new Client("192.0.2.1", ""),
        LONG_AGO,
        LONG_AGO,
        FAR_AHEAD,
        Optional.empty());
  }
}
