package dev.tollgate.core.onboarding;

/** What an invitation, or the lack of one, means for a sign-up. */
sealed interface Invitation {

  /** Anybody may sign up. */
  record NotNeeded() implements Invitation {}

  /** The platform lets this person found an account. */
  record ByPlatform(InviteCode code) implements Invitation {}

  /** An account takes this person in. */
  record ByAccount(AccountInvite invite) implements Invitation {}

  /** The door is closed, in one of three ways. */
  record Refused(SigningUp.Outcome outcome) implements Invitation {}
}
