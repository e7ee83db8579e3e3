package dev.tollgate.login.planted;

/** Something of another function. */
public final class Neighbour {
  public static final StringBuilder NAME = new StringBuilder("neighbour");

  private Neighbour() {}
}
