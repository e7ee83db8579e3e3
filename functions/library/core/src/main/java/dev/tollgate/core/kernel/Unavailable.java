package dev.tollgate.core.kernel;

/**
 * Something we depend on did not give a usable answer, so nothing is known and nothing may be
 * assumed. Doors answer 503; queues try again.
 */
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unavailable(String what, Throwable cause) {
    super(what, cause);
  }

  public Unavailable(String what) {
    super(what);
  }
}
