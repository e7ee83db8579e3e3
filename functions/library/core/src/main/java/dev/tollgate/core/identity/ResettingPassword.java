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
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.limits.Attempts;
import dev.tollgate.core.limits.TooManyAttempts;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.trials.ProvingTrial;
import dev.tollgate.core.trials.TrialProof;
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

  /** Of looking again at an account that moved meanwhile. */
  private static final int ROUNDS = 8;

  private final RateLimits rateLimits;
  private final Directory directory;
  private final Attempts attempts;
  private final Passwords passwords;
  private final OneTimeTokens tokens;
  private final Members members;
  private final PasswordHasher hasher;
  private final ProvingTrial trials;
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
      ProvingTrial trials,
      Time time,
      Ids ids) {
    this.rateLimits = rateLimits;
    this.directory = directory;
    this.attempts = attempts;
    this.passwords = passwords;
    this.tokens = tokens;
    this.members = members;
    this.hasher = hasher;
    this.trials = trials;
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
    if (!token.get().isFor(Purpose.RESET_PASSWORD, now) || !token.get().isUnused()) {
      return false;
    }
    Optional<Member> member = member(token.get());
    if (member.isEmpty()) {
      return false;
    }
    PasswordHash hash = hasher.hash(password);
    boolean had = false;
    for (int round = 0; round < ROUNDS && member.isPresent(); round++) {
      switch (reset(token.get(), member.get(), hash, client, had)) {
        case DONE -> {
          return true;
        }
        case OVERTAKEN -> {
          return false;
        }
        case TRIAL_HAD -> had = true;
        case MOVED -> {}
      }
      member = member(token.get());
    }
    if (member.isPresent()) {
      throw new Unavailable("the subscription kept moving");
    }
    return false;
  }

  private Optional<Member> member(OneTimeToken token) {
    return members
        .find(token.tenant(), token.user())
        .filter(found -> found.user().credentialVersion() == token.credentialVersion());
  }

  private Passwords.Reset reset(
      OneTimeToken token, Member member, PasswordHash hash, Client client, boolean had) {
    User user = member.user();
    Instant now = time.now(user.tenant());
    return passwords.reset(
        token,
        user.withPassword(hash).verified(now),
        entry(AuditAction.PASSWORD_RESET, new UserRef(user.tenant(), user.id()), client),
        Message.of(new Announcement.PasswordChanged(user.id()), user.tenant(), now, ids),
        trial(member, client, now, had));
  }

  /** Only the first proof of a mailbox says anything about a trial. */
  private TrialProof trial(Member member, Client client, Instant now, boolean had) {
    if (member.user().isVerified()) {
      return new TrialProof.NoMatter(List.of());
    }
    ProvingTrial.Prover prover =
        new ProvingTrial.Prover(
            member.user().id(), member.user().email(), member.account(), member.enrollment());
    return had ? trials.second(prover, client, now) : trials.first(prover, now);
  }

  private AuditEntry entry(AuditAction action, UserRef ref, Client client) {
    return AuditEntry.of(action, ref.tenant(), ref.user(), client, time.now(ref.tenant()), ids);
  }
}
