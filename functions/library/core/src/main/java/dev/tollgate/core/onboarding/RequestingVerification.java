package dev.tollgate.core.onboarding;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.RateLimits;
import dev.tollgate.core.identity.Directory;
import dev.tollgate.core.identity.UserRef;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.limits.Attempts;
import dev.tollgate.core.limits.TooManyAttempts;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import java.util.List;
import java.util.Optional;

/** Somebody wants the verification mail again; whoever reads the message skips the verified. */
public final class RequestingVerification {
  private static final String ACTION = "resend_verification";

  private final RateLimits rateLimits;
  private final Directory directory;
  private final Attempts attempts;
  private final Time time;
  private final Ids ids;

  public RequestingVerification(
      RateLimits rateLimits, Directory directory, Attempts attempts, Time time, Ids ids) {
    this.rateLimits = rateLimits;
    this.directory = directory;
    this.attempts = attempts;
    this.time = time;
    this.ids = ids;
  }

  /** Empty where the request was taken, whether anybody has the address or not. */
  public Optional<TooManyAttempts> request(EmailAddress email, Client client) {
    List<Attempt> tries =
        Attempt.of(ACTION, rateLimits.resendVerification(), client, email, time.now());
    Optional<UserRef> user = directory.lookUp(email);
    return attempts.count(
        tries,
        user.map(
            ref ->
                AuditEntry.of(
                    AuditAction.VERIFICATION_REQUESTED,
                    ref.tenant(),
                    ref.user(),
                    client,
                    time.now(ref.tenant()),
                    ids)),
        user.map(
            ref ->
                Message.of(
                    new Announcement.VerificationRequested(ref.user()),
                    ref.tenant(),
                    time.now(ref.tenant()),
                    ids)));
  }
}
