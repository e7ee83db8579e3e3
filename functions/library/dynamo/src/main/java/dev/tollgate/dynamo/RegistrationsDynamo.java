package dev.tollgate.dynamo;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Session;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.limits.Counter;
import dev.tollgate.core.onboarding.Registration;
import dev.tollgate.core.onboarding.Registrations;
import dev.tollgate.core.onboarding.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes sign-ups: the address, the person, the account and all that begins with them. */
final class RegistrationsDynamo implements Registrations {
  /** The position of each effect that can be refused. */
  private static final int ADDRESS = 0;

  private static final int INVITATION = 1;

  private static final Duration FIRST_RECOUNT = Duration.ofDays(1);

  private final Table table;
  private final Counted counted;

  RegistrationsDynamo(Table table) {
    this.table = table;
    this.counted = new Counted(table);
  }

  @Override
  public Outcome save(Registration registration) {
    List<Counter> counters = registration.attempts().stream().map(Counter::unknown).toList();
    return switch (counted.write(counters, effects(registration))) {
      case Counted.Outcome.Done _ -> new Outcome.Saved();
      case Counted.Outcome.TooMany over -> new Outcome.TooMany(over.refusal());
      case Counted.Outcome.Refused refused -> refusal(registration, refused);
    };
  }

  @Override
  public void resume(Session session) {
    table.writeAlways(List.of(Action.put(SessionItem.write(session)).ifAbsent()));
  }

  private static Outcome refusal(Registration registration, Counted.Outcome.Refused refused) {
    Optional<Row> address = refused.effects().getOrDefault(ADDRESS, Optional.empty());
    if (refused.effects().containsKey(ADDRESS)) {
      return new Outcome.EmailTaken(EmailItem.madeBy(registration.request(), address));
    }
    if (refused.effects().containsKey(INVITATION) && registration.invitation().isPresent()) {
      return new Outcome.InvitationSpent();
    }
    if (refused.effects().containsKey(trialPosition(registration))
        && registration.untried().isPresent()) {
      return new Outcome.TrialHad();
    }
    int seat = seatPosition(registration);
    if (refused.effects().containsKey(seat) && registration.seat().isPresent()) {
      return seatRefusal(
          registration.seat().get(),
          refused.effects().getOrDefault(seat, Optional.empty()).orElseThrow());
    }
    throw new IllegalStateException("unexpected refusal of " + refused.effects().keySet());
  }

  /** Who may see fewer limits than there are by now must look again. */
  private static Outcome seatRefusal(Seat seat, Row users) {
    return users.optionalNumber("epoch").orElse(0L) > seat.seen()
        ? new Outcome.SeatsMoved()
        : new Outcome.Full(MeterItem.raw(users));
  }

  private static int seatPosition(Registration registration) {
    return registration.invitation().isPresent() ? INVITATION + 1 : INVITATION;
  }

  private static int trialPosition(Registration registration) {
    return seatPosition(registration) + (registration.seat().isPresent() ? 1 : 0);
  }

  private static List<Action> effects(Registration registration) {
    Member member = registration.member();
    User user = member.user();
    List<Action> effects = new ArrayList<>();
    effects.add(EmailItem.claim(user, registration.request()));
    registration
        .invitation()
        .map(invitation -> use(registration, invitation))
        .ifPresent(effects::add);
    registration
        .seat()
        .map(seat -> MeterItem.seat(SlotKey.of(user.tenant(), Meter.USERS), seat))
        .ifPresent(effects::add);
    registration.untried().map(TrialItem::checkUntried).ifPresent(effects::add);
    effects.add(Action.put(UserItem.write(user)).ifAbsent());
    if (user.role() == Role.PLATFORM_ADMIN) {
      effects.add(PlatformOwnerItem.put(user));
    }
    if (registration.founds()) {
      effects.add(RecountItem.next(user.tenant(), user.createdAt().plus(FIRST_RECOUNT)));
      effects.add(Action.put(AccountItem.write(member.account())).ifAbsent());
      effects.add(EnrollmentItem.begin(member.enrollment()));
    }
    registration
        .session()
        .ifPresent(session -> effects.add(Action.put(SessionItem.write(session)).ifAbsent()));
    registration.messages().forEach(message -> effects.add(OutboxItem.put(message)));
    registration.due().forEach(action -> effects.add(DueItem.put(action)));
    effects.add(AuditItem.put(registration.entry()));
    return effects;
  }

  private static Action use(Registration registration, Fingerprint invitation) {
    Instant now = registration.member().user().createdAt();
    return registration.founds()
        ? InviteItems.use(new InviteItems.CodeKey(invitation), now)
        : InviteItems.use(new InviteItems.AccountInviteKey(invitation), now);
  }
}
