package dev.tollgate.lambda.guard;

import dev.tollgate.lambda.http.Problem;
import java.util.Map;
import java.util.Optional;

/**
 * What came of counting a call.
 *
 * @param refusal present where a limit is reached
 * @param headers of the answer, whatever it will be
 */
public record Counted(Optional<Problem> refusal, Map<String, String> headers) {
  /** No limit, no headers. */
  static final Counted NOTHING = new Counted(Optional.empty(), Map.of());
}
