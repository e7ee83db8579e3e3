package dev.tollgate.core.identity;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.RateLimits;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.limits.Attempts;
import dev.tollgate.core.limits.TooManyAttempts;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody who knows the present password sets another. The session at hand lives on alone. */
public final class ChangingPassword {
  private static final String ACTION = "login";

  private final RateLimits rateLimits;
  private final Attempts attempts;
  private final Passwords passwords;
  private final PasswordHasher hasher;
  private final Time time;
  private final Ids ids;

  public ChangingPassword(
      RateLimits rateLimits,
      Attempts attempts,
      Passwords passwords,
      PasswordHasher hasher,
      Time time,
      Ids ids) {
    this.rateLimits = rateLimits;
    this.attempts = attempts;
    this.passwords = passwords;
    this.hasher = hasher;
    this.time = time;
    this.ids = ids;
  }

  public Outcome change(Principal principal, Password present, NewPassword next, Client client) {
    User user = principal.member().user();
    Instant now = time.now(user.tenant());
    Optional<PasswordHash> hash = user.password();
    if (hash.isEmpty()) {
      return new WrongPassword();
    }
    // Guesses count against the same rule as guesses at the login.
    Optional<TooManyAttempts> refusal =
        attempts.count(Attempt.of(ACTION, rateLimits.login(), client, user.email(), time.now()));
    if (refusal.isPresent()) {
      return new RateLimited(refusal.get());
    }
    if (!hasher.matches(present, hash.get())) {
      attempts.count(
          List.of(),
          Optional.of(entry(AuditAction.PASSWORD_CHANGE_FAILED, user, client, now)),
          Optional.empty());
      return new WrongPassword();
    }
    User changed = user.withPassword(hasher.hash(next));
    boolean saved =
        passwords.change(
            changed,
            principal.session().under(changed),
            entry(AuditAction.PASSWORD_CHANGED, user, client, now),
            Message.of(new Announcement.PasswordChanged(user.id()), user.tenant(), now, ids));
    return saved ? new Changed() : new WrongPassword();
  }

  private AuditEntry entry(AuditAction action, User user, Client client, Instant now) {
    return AuditEntry.of(action, user.tenant(), user.id(), client, now, ids);
  }

  /** What the client hears. */
  public sealed interface Outcome {}

  public record Changed() implements Outcome {}

  /** Also where somebody else changed the password in the same moment. */
  public record WrongPassword() implements Outcome {}

  public record RateLimited(TooManyAttempts refusal) implements Outcome {}
}
