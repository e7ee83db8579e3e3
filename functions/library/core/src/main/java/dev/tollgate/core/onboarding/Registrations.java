package dev.tollgate.core.onboarding;

import dev.tollgate.core.identity.Session;
import dev.tollgate.core.identity.UserRef;
import dev.tollgate.core.limits.TooManyAttempts;
import java.util.Optional;

/** Writes sign-ups. */
public interface Registrations {
  /** One transaction. */
  Outcome save(Registration registration);

  /** Stores a session beside a sign-up that was made by an earlier try of the same request. */
  void resume(Session session);

  /** How a save went; nothing is written except where it says so. */
  sealed interface Outcome {
    /** All of it is written. */
    record Saved() implements Outcome {}

    /**
     * The address belongs to somebody already: to the same request's first try, where that is
     * known.
     */
    record EmailTaken(Optional<UserRef> bySameRequest) implements Outcome {}

    /** The invitation was used or revoked since it was read. */
    record InvitationSpent() implements Outcome {}

    /**
     * The account is full.
     *
     * @param people who are there
     */
    record Full(long people) implements Outcome {}

    /** What the account may have has changed since it was read: decide again. */
    record SeatsMoved() implements Outcome {}

    /** The mailbox had a trial already: begin without one. */
    record TrialHad() implements Outcome {}

    /** A rate limit refused. */
    record TooMany(TooManyAttempts refusal) implements Outcome {}
  }
}
