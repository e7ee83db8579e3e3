package dev.tollgate.client;

import java.time.Instant;
import java.util.Optional;

/**
 * The reason for a right.
 *
 * @param source {@code plan}, {@code seats}, {@code override}, {@code trial}, {@code
 *     complimentary}; there may be more one day
 * @param plan whose value it is, or would be without the override
 * @param reason of an override, in its giver's words
 * @param next what changes it by itself, if nobody does anything
 */
public record Why(
    String source,
    Optional<String> plan,
    Optional<Instant> since,
    Optional<String> reason,
    Optional<Next> next) {

  /**
   * A change that will come.
   *
   * @param change such as {@code plan_changes} or {@code override_ends}
   * @param plan the one that counts then, where that is known
   */
  public record Next(Instant at, String change, Optional<String> plan) {
    static Next read(Fields fields) {
      return new Next(fields.time("at"), fields.text("change"), fields.optionalText("plan"));
    }
  }

  static Why read(Fields fields) {
    return new Why(
        fields.text("source"),
        fields.optionalText("plan"),
        fields.optionalTime("since"),
        fields.optionalText("reason"),
        fields.optionalObject("next").map(Next::read));
  }
}
