package dev.tollgate.core.identity;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.RateLimits;
import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
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

/**
 * A forgotten password, in two steps that can only be taken in order: ask for a link, which goes to
 * the stored address whoever asks, and use it. Using it proves the mailbox too, and ends every
 * session.
 */
public final class ResettingPassword {
  private static final String ACTION = "password_reset";

  private final RateLimits rateLimits;
  private final Directory directory;
  private final Attempts attempts;
  private final Passwords passwords;
  private final OneTimeTokens tokens;
  private final Members members;
  private final PasswordHasher hasher;
  private final Time time;
  private final Ids ids;

  public ResettingPassword(
      RateLimits rateLimits,
      Directory directory,
      Attempts attempts,
      Passwords passwords,
      OneTimeTokens tokens,
      Members members,
      PasswordHasher hasher,
      Time time,
      Ids ids) {
    this.rateLimits = rateLimits;
    this.directory = directory;
    this.attempts = attempts;
    this.passwords = passwords;
    this.tokens = tokens;
    this.members = members;
    this.hasher = hasher;
    this.time = time;
    this.ids = ids;
  }

  /** Empty where the request was taken, whether anybody has the address or not. */
  public Optional<TooManyAttempts> request(EmailAddress email, Client client) {
    List<Attempt> tries = Attempt.of(ACTION, rateLimits.passwordReset(), client, email, time.now());
    Optional<UserRef> user = directory.lookUp(email);
    return attempts.count(
        tries,
        user.map(ref -> entry(AuditAction.PASSWORD_RESET_REQUESTED, ref, client)),
        user.map(
            ref ->
                Message.of(
                    new Announcement.PasswordResetRequested(ref.user()),
                    ref.tenant(),
                    time.now(ref.tenant()),
                    ids)));
  }

  /** False where the link is unknown, for something else, too old, used, or overtaken. */
  public boolean reset(String secret, NewPassword password, Client client) {
    Optional<OneTimeToken> token = tokens.find(Fingerprint.of(secret));
    if (token.isEmpty()) {
      return false;
    }
    Instant now = time.now(token.get().tenant());
    Optional<User> user =
        token
            .filter(found -> found.isFor(Purpose.RESET_PASSWORD, now) && found.isUnused())
            .flatMap(found -> members.find(found.tenant(), found.user()))
            .map(Member::user)
            .filter(found -> found.credentialVersion() == token.get().credentialVersion());
    if (user.isEmpty()) {
      return false;
    }
    User changed = user.get().withPassword(hasher.hash(password)).verified(now);
    UserRef ref = new UserRef(changed.tenant(), changed.id());
    return passwords.reset(
        token.get(),
        changed,
        entry(AuditAction.PASSWORD_RESET, ref, client),
        Message.of(new Announcement.PasswordChanged(ref.user()), ref.tenant(), now, ids));
  }

  private AuditEntry entry(AuditAction action, UserRef ref, Client client) {
    return AuditEntry.of(action, ref.tenant(), ref.user(), client, time.now(ref.tenant()), ids);
  }
}
