package dev.tollgate.client;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much of a meter a tenant used.
 *
 * @param used with what is reserved, in the meter's unit
 * @param percentage of the limit, over 100 where it was passed; empty where there is none
 * @param resetsAt when a counter starts again; empty for a level
 * @param readOnly whether the tenant is over a limit that stops changes until it is below again
 */
public record Usage(
    String meter,
    long used,
    Limit limit,
    Limit remaining,
    OptionalDouble percentage,
    Optional<Instant> resetsAt,
    boolean readOnly,
    Why why) {

  static Usage read(Fields fields) {
    return new Usage(
        fields.text("meter"),
        fields.count("used"),
        fields.limit("limit"),
        fields.limit("remaining"),
        fields.optionalNumber("percentage"),
        fields.optionalTime("resets_at"),
        fields.flag("read_only"),
        Why.read(fields.object("why")));
  }
}
