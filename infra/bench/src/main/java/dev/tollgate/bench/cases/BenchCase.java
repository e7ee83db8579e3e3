package dev.tollgate.bench.cases;

import java.nio.file.Path;

/**
 * One function with one event.
 *
 * @param name as printed
 * @param jar the function's package, from the root of the repository
 * @param handler class and method
 * @param event JSON, as Lambda delivers it
 * @param dynamo whether answering reads the table
 * @param sameWork whether its floor does about as much; if not, the ratio of warm calls has no goal
 * @param expectation what a right answer is
 */
public record BenchCase(
    String name,
    Path jar,
    String handler,
    String event,
    boolean dynamo,
    boolean sameWork,
    Expectation expectation) {
  /** The floor without and with the table; the names are those of {@code cases.json}. */
  public static final String BARE = "bare";

  public static final String BARE_DYNAMO = "bare + SDK";

  public boolean isFloor() {
    return name.equals(BARE) || name.equals(BARE_DYNAMO);
  }

  /** The name of the bare handler that does the same work. */
  public String floor() {
    return dynamo ? BARE_DYNAMO : BARE;
  }
}
