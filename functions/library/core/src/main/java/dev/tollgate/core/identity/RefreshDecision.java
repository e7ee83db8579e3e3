package dev.tollgate.core.identity;

/** What a session says to a refresh token. */
sealed interface RefreshDecision {

  /** The live token: the session moves on, and the old token dies. */
  record Rotated(Session next, RefreshToken token) implements RefreshDecision {}

  /**
   * The token just replaced, shown again by the same client: the answer got lost. Same successor.
   */
  record Repeated(RefreshToken token) implements RefreshDecision {}

  /** An older token of this family, or one in other hands: somebody has stolen one of the two. */
  record Reused() implements RefreshDecision {}

  /** The session is over, or the token was never one of it. */
  record Refused() implements RefreshDecision {}
}
