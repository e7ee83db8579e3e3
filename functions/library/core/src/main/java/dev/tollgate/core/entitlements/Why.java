package dev.tollgate.core.entitlements;

import java.time.Instant;
import java.util.Optional;

/**
 * The reason for a right.
 *
 * @param plan whose value it is, or would be without the override
 * @param since when that became so
 * @param reason of an override, in its giver's words
 */
public record Why(
    Source source, String plan, Instant since, Optional<String> reason, Optional<Next> next) {
  Why with(Source other) {
    return new Why(other, plan, since, reason, next);
  }
}
