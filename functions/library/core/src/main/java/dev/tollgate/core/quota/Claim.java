package dev.tollgate.core.quota;

import java.util.List;
import java.util.OptionalLong;

/**
 * What the store must make sure of when it sets a hold aside.
 *
 * @param most the level that may be reached, not passed; empty for any
 * @param marks levels whose reaching is news, in rising order
 */
public record Claim(Hold hold, OptionalLong most, List<Mark> marks) {
  public Claim {
    marks = List.copyOf(marks);
  }

  /**
   * @param percent of the limit
   * @param level the first that is so much of it
   */
  public record Mark(int percent, long level) {}
}
