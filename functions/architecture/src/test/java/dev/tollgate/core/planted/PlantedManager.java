package dev.tollgate.core.planted;

import dev.tollgate.core.planted2.Other;
import java.time.Instant;

/** Breaks the rules on purpose, so that each is seen to bite. */
public final class PlantedManager {
  static int counter;

  private PlantedManager() {}

  public static String everything() {
    counter++;
    return System.getenv("HOME")
        + Instant.now()
        + org.assertj.core.api.Assertions.assertThat(1)
        + Other.back();
  }
}
