package dev.tollgate.core.identity;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.VerificationPolicy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.limits.TooManyAttempts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A person with a password opens a session: two reads, one transaction. Right and wrong passwords
 * and unknown people cost the same, and none of them learns anything once the rate limit is
 * reached.
 */
public final class LoggingIn {
  private static final String ACTION = "login";

  /** Of an account whose erasure moves while its owner logs in. */
  private static final int ROUNDS = 5;

  private final Edition edition;
  private final Logins logins;
  private final Members members;
  private final PasswordHasher hasher;
  private final OpeningSessions opening;
  private final Time time;
  private final Ids ids;

  public LoggingIn(
      Edition edition,
      Logins logins,
      Members members,
      PasswordHasher hasher,
      OpeningSessions opening,
      Time time,
      Ids ids) {
    this.edition = edition;
    this.logins = logins;
    this.members = members;
    this.hasher = hasher;
    this.opening = opening;
    this.time = time;
    this.ids = ids;
  }

  public Outcome logIn(EmailAddress email, Password password, Client client) {
    List<Attempt> attempts =
        Attempt.of(ACTION, edition.rateLimits().login(), client, email, time.now());
    Logins.Lookup lookup = logins.lookUp(email, attempts);
    if (lookup.refusal().isPresent()) {
      return new RateLimited(lookup.refusal().get());
    }
    UserRef ref = lookup.user().orElseGet(this::nobody); // looked for all the same, for its cost
    Optional<Member> member = members.find(ref.tenant(), ref.user());
    Optional<PasswordHash> hash = member.flatMap(found -> found.user().password());
    boolean right = check(password, hash);
    if (member.isEmpty() || isClosed(member.get().account())) {
      return logins
          .fail(lookup, Optional.empty())
          .<Outcome>map(RateLimited::new)
          .orElseGet(InvalidCredentials::new);
    }
    User user = member.get().user();
    Instant now = time.now(user.tenant());
    if (!right) {
      AuditEntry entry =
          AuditEntry.of(AuditAction.LOGIN_FAILED, user.tenant(), user.id(), client, now, ids);
      return logins
          .fail(lookup, Optional.of(entry))
          .<Outcome>map(RateLimited::new)
          .orElseGet(
              () -> hash.isEmpty() ? new UseProvider(user.providers()) : new InvalidCredentials());
    }
    if (!user.isVerified() && edition.verification() instanceof VerificationPolicy.VerifiedFirst) {
      AuditEntry entry =
          AuditEntry.of(AuditAction.LOGIN_FAILED, user.tenant(), user.id(), client, now, ids);
      return logins
          .fail(lookup, Optional.of(entry))
          .<Outcome>map(RateLimited::new)
          .orElseGet(NotVerified::new);
    }
    Optional<PasswordHash> upgraded =
        hasher.isOutdated(hash.orElseThrow())
            ? Optional.of(hasher.upgrade(password))
            : Optional.empty();
    return open(lookup, member.get(), upgraded, client, now);
  }

  /** Who is being erased is not there any more. */
  private boolean isClosed(Account account) {
    return account.isClosed(time.now(account.id()));
  }

  private UserRef nobody() {
    Instant now = time.now();
    return new UserRef(ids.tenant(now), ids.user(now));
  }

  private boolean check(Password password, Optional<PasswordHash> hash) {
    if (hash.isEmpty()) {
      hasher.pretend(password);
      return false;
    }
    return hasher.matches(password, hash.get());
  }

  private Outcome open(
      Logins.Lookup lookup,
      Member first,
      Optional<PasswordHash> upgraded,
      Client client,
      Instant now) {
    User user = first.user();
    OpenedSession opened = opening.open(user, client, now);
    AuditEntry entry =
        AuditEntry.of(AuditAction.LOGGED_IN, user.tenant(), user.id(), client, now, ids);
    Member member = first;
    for (int round = 0; round < ROUNDS; round++) {
      Logins.Opening writing =
          new Logins.Opening(
              opened.session(),
              upgraded,
              entry,
              Optional.of(member.account()).filter(account -> account.owner().equals(user.id())),
              Comeback.of(user, member.account(), client, now, ids));
      switch (logins.open(lookup, writing)) {
        case Logins.Result.Opened _ -> {
          return new LoggedIn(member, opened.tokens());
        }
        case Logins.Result.TooMany over -> {
          return new RateLimited(over.refusal());
        }
        case Logins.Result.Moved _ -> {
          Optional<Tenancy> moved = members.findTenancy(user.tenant());
          if (moved.isEmpty() || isClosed(moved.get().account())) {
            return new InvalidCredentials();
          }
          member = moved.get().with(user); // the password was checked against this one
        }
      }
    }
    throw new Unavailable("the account kept moving");
  }

  /** What the client hears. */
  public sealed interface Outcome {}

  public record LoggedIn(Member member, IssuedTokens tokens) implements Outcome {}

  /** A wrong password, or nobody of that name: the same to the outside. */
  public record InvalidCredentials() implements Outcome {}

  /** The password is right, but the edition wants the mailbox proven first. */
  public record NotVerified() implements Outcome {}

  /** The person has no password and signs in through one of these. */
  public record UseProvider(Set<String> providers) implements Outcome {}

  public record RateLimited(TooManyAttempts refusal) implements Outcome {}
}
