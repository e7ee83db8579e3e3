package dev.tollgate.account;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.identity.AccessClaims;
import dev.tollgate.core.identity.AccessTokens;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.PasswordHash;
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
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One account with a person of each role; a role's name is its token. */
final class People implements AccessTokens, Members {
  static final TenantId TENANT = new TenantId("ten_" + "0".repeat(26));
  static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  static final String PASSWORD = "correct horse battery";
  private static final SessionId SESSION = new SessionId("ses_" + "0".repeat(26));
  private static final List<Role> ROLES = List.of(Role.values());
  private static final Instant FAR_AHEAD = Instant.parse("2999-01-01T00:00:00Z");

  Account account = Account.founded(TENANT, "Fleet", id(Role.OWNER), LONG_AGO);
  Enrollment enrollment = Enrollment.begun(TENANT, new Grant.Given("free", LONG_AGO));
  Verification verification = new Verification.Verified(LONG_AGO);
  Instant signedUpAt = LONG_AGO;

  static UserId id(Role role) {
    return new UserId("usr_" + "0".repeat(25) + ROLES.indexOf(role));
  }

  /** As whoever's payments have failed for good. */
  void ceaseToPay() {
    Contract unpaid =
        new Contract(
            "sub_1",
            ContractStatus.UNPAID,
            "pro",
            BillingInterval.MONTHLY,
            "USD",
            1,
            LONG_AGO,
            LONG_AGO,
            FAR_AHEAD,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty());
    enrollment = enrollment.with(enrollment.customer().known("cus_1")).with(unpaid);
  }

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
    return Optional.of(Tenancy.of(account, enrollment));
  }

  @Override
  public Optional<Member> find(TenantId tenant, UserId user) {
    return findTenancy(tenant).map(tenancy -> tenancy.with(person(user)));
  }

  @Override
  public Optional<Principal> find(TenantId tenant, UserId user, SessionId session) {
    return find(tenant, user).map(member -> new Principal(member, session(user)));
  }

  private User person(UserId id) {
    Role role = ROLES.get(id.value().charAt(id.value().length() - 1) - '0');
    return new User(
        TENANT,
        id,
        new EmailAddress(role.wireName() + "@example.com"),
        "Ada",
        role,
        verification,
        Optional.of(new PasswordHash(PASSWORD)),
        Set.of(),
        1,
        signedUpAt);
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
