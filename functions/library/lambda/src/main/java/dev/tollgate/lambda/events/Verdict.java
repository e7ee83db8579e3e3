package dev.tollgate.lambda.events;

/** What a consumer says about one record. An exception counts as {@link Retry}. */
public sealed interface Verdict {

  /** Its effect is there, or it needs none. */
  record Done() implements Verdict {}

  /**
   * Not now: the record comes again.
   *
   * @param reason words of our own, for the log
   */
  record Retry(String reason) implements Verdict {}

  /**
   * Never: no later try can do better, and a person has to look.
   *
   * @param reason words of our own, for the log
   */
  record Park(String reason) implements Verdict {}
}
