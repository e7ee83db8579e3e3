package dev.tollgate.bench.runtime;

/** The function did not start, ended, or kept silent. */
public final class FunctionBroken extends RuntimeException {
  private static final long serialVersionUID = 1;

  public FunctionBroken(String reason) {
    super(reason);
  }
}
