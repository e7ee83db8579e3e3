package dev.tollgate.testkit.faults;

import java.util.Random;

/** A seed that is printed with every run and can be given again: {@code -Dseed=…}. */
public record Seed(long value) {

  /** The one given, or a new one. */
  public static Seed next(String test) {
    String given = System.getProperty("seed", "");
    Seed seed = new Seed(given.isEmpty() ? System.nanoTime() : Long.parseLong(given));
    System.out.println(test + ": replay with -Dseed=" + seed.value());
    return seed;
  }

  public Random random() {
    return new Random(value);
  }
}
