package dev.tollgate.bench.cases;

import dev.tollgate.bench.runtime.Exchange;
import java.util.List;

/**
 * What a right answer looks like. A wrong answer is often a fast one, so every answer is checked.
 *
 * @param containing texts that the answer has, as it is on the wire
 */
public record Expectation(List<String> containing) {
  public Expectation {
    containing = List.copyOf(containing);
  }

  public boolean isMetBy(Exchange exchange) {
    return !exchange.refused() && containing.stream().allMatch(exchange.body()::contains);
  }

  /** The same exchange, or an exception that shows what came in place of the right answer. */
  public Exchange check(String name, Exchange exchange) {
    if (isMetBy(exchange)) {
      return exchange;
    }
    throw new IllegalStateException(
        name + " answered " + exchange.body() + "\nwhere this was expected: " + containing);
  }
}
