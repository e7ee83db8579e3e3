package dev.tollgate.lambda.events;

import java.util.List;

/** What a consumer says about one record. An exception counts as {@link Retry}. */
public sealed interface Verdict {

  /**
   * The verdicts as they were given.
   *
   * @throws IllegalStateException where there is not one for each record
   */
  static List<Verdict> oneEach(List<?> records, List<Verdict> verdicts) {
    if (verdicts.size() != records.size()) {
      throw new IllegalStateException("a consumer gives a verdict on each record");
    }
    return verdicts;
  }

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
