package dev.tollgate.client.planted;

import dev.tollgate.core.kernel.Unavailable;

/** A client that reaches for a module of ours. */
public final class Curious {
  private Curious() {}

  public static String reach() {
    return Unavailable.class.getName();
  }
}
