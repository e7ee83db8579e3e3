package dev.tollgate.core.onboarding;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Comeback;
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
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.trials.ProvingTrial;
import dev.tollgate.core.trials.TrialProof;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody comes back with the link of a mail: the mailbox is theirs, and they are logged in. The
 * link works once; for a person who is verified already it says so and opens nothing. An owner who
 * does so takes the erasure of the account back, as by any login.
 */
public final class VerifyingEmail {
  /** Of looking again at an account that moved meanwhile. */
  private static final int ROUNDS = 8;

  private final OneTimeTokens tokens;
  private final Members members;
  private final Verifications verifications;
  private final OpeningSessions opening;
  private final ProvingTrial trials;
  private final Time time;
  private final Ids ids;

  public VerifyingEmail(
      OneTimeTokens tokens,
      Members members,
      Verifications verifications,
      OpeningSessions opening,
      ProvingTrial trials,
      Time time,
      Ids ids) {
    this.tokens = tokens;
    this.members = members;
    this.verifications = verifications;
    this.opening = opening;
    this.trials = trials;
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
    return prove(token.get(), member.get(), client, now);
  }

  private Outcome prove(OneTimeToken token, Member found, Client client, Instant now) {
    Member member = found;
    boolean had = false;
    for (int round = 0; round < ROUNDS; round++) {
      if (member.account().isClosed(now)) {
        return new Invalid();
      }
      if (member.user().isVerified()) {
        return new AlreadyVerified();
      }
      ProvingTrial.Prover prover = prover(member);
      TrialProof trial = had ? trials.second(prover, client, now) : trials.first(prover, now);
      Tried tried = redeem(token, member, trial, client, now);
      switch (tried.redemption()) {
        case REDEEMED -> {
          return tried.outcome();
        }
        case ALREADY_VERIFIED -> {
          return new AlreadyVerified();
        }
        case TRIAL_HAD, MOVED -> {
          had |= tried.redemption() == Verifications.Redemption.TRIAL_HAD;
          Optional<Member> again = members.find(token.tenant(), token.user());
          if (again.isEmpty()) {
            return new Invalid();
          }
          member = again.get();
        }
      }
    }
    throw new Unavailable("the tenant kept moving");
  }

  private static ProvingTrial.Prover prover(Member member) {
    return new ProvingTrial.Prover(
        member.user().id(), member.user().email(), member.account(), member.enrollment());
  }

  private record Tried(Verifications.Redemption redemption, Outcome outcome) {}

  private Tried redeem(
      OneTimeToken token, Member member, TrialProof trial, Client client, Instant now) {
    User user = member.user();
    User verified = user.verified(now);
    OpenedSession opened = opening.open(verified, client, now);
    AuditEntry entry =
        AuditEntry.of(AuditAction.EMAIL_VERIFIED, user.tenant(), user.id(), client, now, ids);
    return new Tried(
        verifications.redeem(
            token,
            verified,
            opened.session(),
            entry,
            trial,
            member.account(),
            Comeback.of(user, member.account(), client, now, ids)),
        new Verified(settled(member, trial).with(verified), opened.tokens()));
  }

  private static Member settled(Member member, TrialProof trial) {
    return trial instanceof TrialProof.Refused refused
        ? member.tenancy().with(refused.next()).with(member.user())
        : member;
  }

  /** What the client hears. */
  public sealed interface Outcome {}

  public record Verified(Member member, IssuedTokens tokens) implements Outcome {}

  public record AlreadyVerified() implements Outcome {}

  /** Unknown, for something else, or too old. */
  public record Invalid() implements Outcome {}
}
