package dev.tollgate.core.planted2;

import dev.tollgate.core.planted.PlantedManager;

/** The other half of a cycle. */
public final class Other {
  private Other() {}

  public static String back() {
    return PlantedManager.class.getName();
  }
}
