package dev.tollgate.core.identity;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.VerificationPolicy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
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
    if (member.isEmpty()) {
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
    return open(lookup, member.get(), password, hash.orElseThrow(), client, now);
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
      Member member,
      Password password,
      PasswordHash hash,
      Client client,
      Instant now) {
    User user = member.user();
    OpenedSession opened = opening.open(user, client, now);
    Optional<PasswordHash> upgraded =
        hasher.isOutdated(hash) ? Optional.of(hasher.upgrade(password)) : Optional.empty();
    AuditEntry entry =
        AuditEntry.of(AuditAction.LOGGED_IN, user.tenant(), user.id(), client, now, ids);
    return logins
        .open(lookup, opened.session(), upgraded, entry)
        .<Outcome>map(RateLimited::new)
        .orElseGet(() -> new LoggedIn(member, opened.tokens()));
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
