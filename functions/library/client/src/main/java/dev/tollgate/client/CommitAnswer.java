package dev.tollgate.client;

/** What became of a commit. */
public sealed interface CommitAnswer {
  /** It is counted, once, however often it was said. */
  record Committed() implements CommitAnswer {}

  /**
   * It came too late: the quota went back, and nothing is counted.
   *
   * @param error {@code reservation_expired}, {@code reservation_released}, or {@code not_found}
   *     when it was so long ago that Tollgate forgot the reservation
   */
  record Lapsed(String error, String detail) implements CommitAnswer {}
}
