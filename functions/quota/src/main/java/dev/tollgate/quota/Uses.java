package dev.tollgate.quota;

/** What the calls of this door are. */
final class Uses {
  static final String BECAUSE = "who asks about limits has not used anything yet";

  private Uses() {}
}
