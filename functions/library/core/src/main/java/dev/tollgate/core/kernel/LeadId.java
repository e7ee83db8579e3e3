package dev.tollgate.core.kernel;

import java.util.Optional;

/** Somebody who asked for an offer. */
public record LeadId(String value) {
  public static final String PREFIX = "lead_";

  public LeadId {
    TypedId.require(PREFIX, value);
  }

  /** Empty where the text, which comes from outside, is no such id. */
  public static Optional<LeadId> parse(String text) {
    return TypedId.isValid(PREFIX, text) ? Optional.of(new LeadId(text)) : Optional.empty();
  }
}
