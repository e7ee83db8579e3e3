package dev.tollgate.admin;

import dev.tollgate.core.sandbox.Turn;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a clock shall go: exactly one of the two.
 *
 * @param advance an ISO 8601 duration, such as P14D
 * @param to an RFC 3339 time
 */
@Introspected
record TurnRequest(
    @Schema(type = "string") Turn.@Nullable By advance,
    @Schema(type = "string") Turn.@Nullable To to) {
  /** Empty where both are given, or none. */
  Optional<Turn> turn() {
    return (advance == null) == (to == null)
        ? Optional.empty()
        : Optional.of(advance == null ? Objects.requireNonNull(to) : advance);
  }
}
