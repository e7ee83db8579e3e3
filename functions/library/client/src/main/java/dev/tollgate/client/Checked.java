package dev.tollgate.client;

/**
 * The state of one meter against one wish.
 *
 * @param used with what is reserved, in the meter's unit
 * @param remaining until the limit is reached
 */
public record Checked(boolean allowed, long used, Limit limit, Limit remaining)
    implements CheckAnswer {
  static Checked read(Fields fields) {
    return new Checked(
        fields.flag("allowed"),
        fields.count("used"),
        fields.limit("limit"),
        fields.limit("remaining"));
  }
}
