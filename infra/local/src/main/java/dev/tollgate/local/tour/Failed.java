package dev.tollgate.local.tour;

/** A step of a life that did not come to what the contract says. */
final class Failed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String told;

  /**
   * @param step in words for people
   */
  Failed(String step, String what) {
    super(step + ": " + what);
    this.told = step + ": " + what;
  }

  Failed(String step, Api.Answer answer) {
    this(step, "answered %d %s".formatted(answer.status(), answer.body()));
  }

  String told() {
    return told;
  }
}
