package dev.tollgate.core.onboarding;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.IssuedTokens;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.OneTimeToken;
import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.core.identity.OneTimeTokens;
import dev.tollgate.core.identity.OpenedSession;
import dev.tollgate.core.identity.OpeningSessions;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody comes back with the link of a mail: the mailbox is theirs, and they are logged in. The
 * link works once; for a person who is verified already it says so and opens nothing.
 */
public final class VerifyingEmail {
  private final OneTimeTokens tokens;
  private final Members members;
  private final Verifications verifications;
  private final OpeningSessions opening;
  private final Time time;
  private final Ids ids;

  public VerifyingEmail(
      OneTimeTokens tokens,
      Members members,
      Verifications verifications,
      OpeningSessions opening,
      Time time,
      Ids ids) {
    this.tokens = tokens;
    this.members = members;
    this.verifications = verifications;
    this.opening = opening;
    this.time = time;
    this.ids = ids;
  }

  public Outcome verify(String secret, Client client) {
    Optional<OneTimeToken> token = tokens.find(Fingerprint.of(secret));
    if (token.isEmpty()) {
      return new Invalid();
    }
    Instant now = time.now(token.get().tenant());
    Optional<Member> member =
        token
            .filter(found -> found.isFor(Purpose.VERIFY_EMAIL, now))
            .flatMap(found -> members.find(found.tenant(), found.user()));
    if (member.isEmpty()) {
      return new Invalid();
    }
    User user = member.get().user();
    if (user.isVerified()) {
      return new AlreadyVerified();
    }
    User verified = user.verified(now);
    OpenedSession opened = opening.open(verified, client, now);
    AuditEntry entry =
        AuditEntry.of(AuditAction.EMAIL_VERIFIED, user.tenant(), user.id(), client, now, ids);
    return switch (verifications.redeem(token.get(), verified, opened.session(), entry)) {
      case REDEEMED -> new Verified(member.get().with(verified), opened.tokens());
      case ALREADY_VERIFIED -> new AlreadyVerified();
    };
  }

  /** What the client hears. */
  public sealed interface Outcome {}

  public record Verified(Member member, IssuedTokens tokens) implements Outcome {}

  public record AlreadyVerified() implements Outcome {}

  /** Unknown, for something else, or too old. */
  public record Invalid() implements Outcome {}
}
