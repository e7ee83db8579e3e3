package dev.tollgate.core.onboarding;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.editions.VerificationPolicy;
import dev.tollgate.core.identity.IssuedTokens;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.OpenedSession;
import dev.tollgate.core.identity.OpeningSessions;
import dev.tollgate.core.identity.PasswordHash;
import dev.tollgate.core.identity.PasswordHasher;
import dev.tollgate.core.identity.PersonName;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.identity.UserRef;
import dev.tollgate.core.identity.Verification;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.limits.Attempts;
import dev.tollgate.core.limits.TooManyAttempts;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.quota.MeterState;
import dev.tollgate.core.quota.ReadingQuota;
import dev.tollgate.core.schedule.Agenda;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.core.trials.Mailbox;
import dev.tollgate.core.trials.StartingSubscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody becomes a customer: account, person, subscription, session, mail and audit entry come
 * into being together, in one transaction and without a read unless an invitation is shown.
 */
public final class SigningUp {
  private static final String ACTION = "sign_up";

  /** As long as an idempotency key is remembered. */
  private static final Duration RESUMABLE = Duration.ofHours(24);

  /** Of looking again at an account whose limits have changed. */
  private static final int ROUNDS = 5;

  private final Edition edition;
  private final CheckingInvitations invitations;
  private final StartingSubscription starting;
  private final Registrations registrations;
  private final Attempts attempts;
  private final Members members;
  private final PasswordHasher hasher;
  private final OpeningSessions opening;
  private final Seats seats;
  private final Time time;
  private final Ids ids;

  public SigningUp(
      Edition edition,
      Invites invites,
      Registrations registrations,
      Attempts attempts,
      Members members,
      PasswordHasher hasher,
      OpeningSessions opening,
      ReadingQuota quota,
      Time time,
      Ids ids) {
    this.edition = edition;
    this.invitations = new CheckingInvitations(edition.signUp(), invites);
    this.starting = new StartingSubscription(edition);
    this.registrations = registrations;
    this.attempts = attempts;
    this.members = members;
    this.hasher = hasher;
    this.opening = opening;
    this.seats = new Seats(edition, quota);
    this.time = time;
    this.ids = ids;
  }

  public Outcome signUp(SignUp signUp) {
    Instant now = time.now();
    List<Attempt> tries =
        Attempt.of(ACTION, edition.rateLimits().signUp(), signUp.client(), signUp.email(), now);
    return switch (invitations.check(signUp, now)) {
      case Invitation.Refused refused -> counted(tries, refused.outcome());
      case Invitation.NotNeeded _ -> found(signUp, Optional.empty(), tries, now);
      case Invitation.ByPlatform by -> found(signUp, Optional.of(by.code()), tries, now);
      case Invitation.ByAccount by -> join(signUp, by.invite(), tries, now);
    };
  }

  private Outcome found(
      SignUp signUp, Optional<InviteCode> code, List<Attempt> tries, Instant now) {
    TenantId tenant = ids.tenant(now);
    User user = user(signUp, tenant, ids.user(now), Role.OWNER, new Verification.Unverified(), now);
    String name = signUp.companyName().map(PersonName::value).orElseGet(user::fullName);
    Account account = Account.founded(tenant, name, user.id(), now);
    Founding founding =
        new Founding(
            signUp,
            account,
            user,
            new Place(true, Seats.first(edition), code.map(InviteCode::fingerprint)));
    Grant grant =
        starting.start(code.flatMap(InviteCode::plan), code.flatMap(InviteCode::trial), now);
    return save(founding, grant, untried(signUp, grant), tries, now)
        .or(() -> save(founding, starting.startWithoutTrial(now), Optional.empty(), tries, now))
        .orElseThrow(() -> new IllegalStateException("a new account has no limits yet"));
  }

  private record Founding(SignUp signUp, Account account, User user, Place place) {}

  /** Empty where the mailbox had a trial already. */
  private Optional<Outcome> save(
      Founding founding, Grant grant, Optional<Mailbox> untried, List<Attempt> tries, Instant now) {
    Enrollment begun = Enrollment.begun(founding.account().id(), grant);
    Member member = Tenancy.of(founding.account(), begun).with(founding.user());
    return save(founding.signUp(), member, founding.place().unless(untried), tries, now);
  }

  /** Whose trial it would be; empty where nobody asks, or where it was promised. */
  private Optional<Mailbox> untried(SignUp signUp, Grant grant) {
    return grant instanceof Grant.Trial trial
            && !trial.promised()
            && edition.trial() instanceof TrialPolicy.Trial policy
        ? Mailbox.of(signUp.email(), policy.scope())
        : Optional.empty();
  }

  /** The code reached the invited mailbox and came back: that proves it. */
  private Outcome join(SignUp signUp, AccountInvite invite, List<Attempt> tries, Instant now) {
    User user =
        user(
            signUp,
            invite.tenant(),
            ids.user(now),
            invite.role(),
            new Verification.Verified(now),
            now);
    for (int round = 0; round < ROUNDS; round++) {
      Optional<Tenancy> host = members.findTenancy(invite.tenant());
      if (host.isEmpty()) {
        return counted(tries, new InviteInvalid());
      }
      Place place = new Place(false, seats.in(host.get()), Optional.of(invite.fingerprint()));
      Optional<Outcome> outcome = save(signUp, host.get().with(user), place, tries, now);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    throw new Unavailable("the limits of an account kept changing");
  }

  /**
   * @param founds whether the account is new
   * @param invitation that is used up by it
   * @param untried that must not have had a trial
   */
  private record Place(
      boolean founds,
      Optional<Seat> seat,
      Optional<Fingerprint> invitation,
      Optional<Mailbox> untried) {
    Place(boolean founds, Optional<Seat> seat, Optional<Fingerprint> invitation) {
      this(founds, seat, invitation, Optional.empty());
    }

    Place unless(Optional<Mailbox> tried) {
      return new Place(founds, seat, invitation, tried);
    }
  }

  private User user(
      SignUp signUp, TenantId tenant, UserId id, Role role, Verification proof, Instant now) {
    PasswordHash hash = hasher.hash(signUp.password());
    String name =
        signUp
            .fullName()
            .map(PersonName::value)
            .orElseGet(
                () -> signUp.email().value().substring(0, signUp.email().value().indexOf('@')));
    return new User(
        tenant, id, signUp.email(), name, role, proof, Optional.of(hash), Set.of(), 0, now);
  }

  /** Empty where it must be decided anew: over other limits, or without a trial. */
  private Optional<Outcome> save(
      SignUp signUp, Member member, Place place, List<Attempt> tries, Instant now) {
    User user = member.user();
    Optional<OpenedSession> opened =
        mustVerifyFirst(user)
            ? Optional.empty()
            : Optional.of(opening.open(user, signUp.client(), now));
    List<Message> messages = messages(user, place.founds(), now);
    AuditAction action = place.founds() ? AuditAction.SIGNED_UP : AuditAction.INVITE_ACCEPTED;
    Registration registration =
        new Registration(
            member,
            place.founds(),
            place.seat(),
            place.invitation(),
            opened.map(OpenedSession::session),
            tries,
            messages,
            place.founds()
                ? Agenda.added(Optional.empty(), member.enrollment(), edition, now)
                : List.of(),
            place.untried(),
            AuditEntry.of(action, user.tenant(), user.id(), signUp.client(), now, ids),
            signUp.request());
    return switch (registrations.save(registration)) {
      case Registrations.Outcome.SeatsMoved _, Registrations.Outcome.TrialHad _ -> Optional.empty();
      case Registrations.Outcome.Saved _ ->
          Optional.of(new SignedUp(member, opened.map(OpenedSession::tokens)));
      case Registrations.Outcome.TooMany tooMany -> Optional.of(new RateLimited(tooMany.refusal()));
      case Registrations.Outcome.Full full ->
          Optional.of(counted(tries, seats.full(member.tenancy(), full.people())));
      case Registrations.Outcome.InvitationSpent _ ->
          Optional.of(counted(tries, new InviteInvalid()));
      case Registrations.Outcome.EmailTaken taken ->
          Optional.of(taken(signUp, taken.bySameRequest(), tries));
    };
  }

  private List<Message> messages(User user, boolean founds, Instant now) {
    List<Message> messages = new ArrayList<>();
    if (!user.isVerified()) {
      messages.add(
          Message.of(new Announcement.VerificationRequested(user.id()), user.tenant(), now, ids));
    }
    if (founds && edition.billing().customerAtSignUp()) {
      messages.add(Message.of(new Announcement.CustomerWanted(), user.tenant(), now, ids));
    }
    return messages;
  }

  /**
   * A first try that died after its transaction left everything there but the answer. The request
   * stands for the password that was in it, so it is good only while that password holds, and only
   * for as long as a client may be trying again.
   */
  private Outcome taken(SignUp signUp, Optional<UserRef> bySameRequest, List<Attempt> tries) {
    Optional<Member> member =
        bySameRequest
            .flatMap(ref -> members.find(ref.tenant(), ref.user()))
            .filter(found -> isResumable(found.user()));
    if (member.isEmpty()) {
      return counted(tries, new EmailTaken());
    }
    User user = member.get().user();
    if (mustVerifyFirst(user)) {
      return new SignedUp(member.get(), Optional.empty());
    }
    OpenedSession opened = opening.open(user, signUp.client(), time.now(user.tenant()));
    registrations.resume(opened.session());
    return new SignedUp(member.get(), Optional.of(opened.tokens()));
  }

  private boolean isResumable(User user) {
    return user.credentialVersion() == 0
        && time.now(user.tenant()).isBefore(user.createdAt().plus(RESUMABLE));
  }

  private boolean mustVerifyFirst(User user) {
    return !user.isVerified() && edition.verification() instanceof VerificationPolicy.VerifiedFirst;
  }

  /** A refusal discloses something too, so it counts, and is not given over the limit. */
  private Outcome counted(List<Attempt> tries, Outcome refusal) {
    return attempts.count(tries).<Outcome>map(RateLimited::new).orElse(refusal);
  }

  /** What the client hears. */
  public sealed interface Outcome {}

  /** Without tokens where the edition wants the mailbox proven first. */
  public record SignedUp(Member member, Optional<IssuedTokens> tokens) implements Outcome {}

  public record EmailTaken() implements Outcome {}

  /** The invitation is good and stays so; the account has nobody's place left. */
  public record AccountFull(Plan plan, MeterState users) implements Outcome {}

  /** Self-serve is off and no code was given. */
  public record InviteRequired() implements Outcome {}

  /** Unknown, used, expired or revoked. */
  public record InviteInvalid() implements Outcome {}

  public record InviteEmailMismatch() implements Outcome {}

  public record RateLimited(TooManyAttempts refusal) implements Outcome {}
}
