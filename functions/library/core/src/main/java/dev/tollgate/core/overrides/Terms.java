package dev.tollgate.core.overrides;

import dev.tollgate.core.entitlements.Granted;
import dev.tollgate.core.kernel.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * On which terms something is granted.
 *
 * @param reason worded for the platform owner and for the tenant's own people
 * @param until when it is over; empty for never
 */
public record Terms(String reason, Optional<Instant> until) {
  private static final int LONGEST_REASON = 500;

  List<Violation> broken(Instant now) {
    List<Violation> violations = new ArrayList<>();
    if (reason.isBlank()
        || reason.length() > LONGEST_REASON
        || reason.chars().anyMatch(Character::isISOControl)) {
      violations.add(
          new Violation(
              "reason",
              "must be 1 to " + LONGEST_REASON + " characters without control characters"));
    }
    if (until.filter(end -> !end.isAfter(now)).isPresent()) {
      violations.add(new Violation("until", "must be a time to come"));
    }
    return violations;
  }

  <T> Granted<T> grant(T value, Instant now) {
    return new Granted<>(value, reason.strip(), now, until);
  }

  /** In words for the trail. */
  String words() {
    return until.map(end -> " until " + end).orElse("") + ": " + reason.strip();
  }
}
