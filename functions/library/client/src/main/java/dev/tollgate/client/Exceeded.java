package dev.tollgate.client;

/**
 * A limit that the asked amount would pass.
 *
 * @param current what is used or reserved now, in the meter's unit
 */
public record Exceeded(String meter, long current, long limit) {
  static Exceeded read(Fields fields) {
    return new Exceeded(fields.text("quota_type"), fields.count("current"), fields.count("limit"));
  }
}
