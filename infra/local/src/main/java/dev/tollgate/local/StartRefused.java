package dev.tollgate.local;

/** The stack cannot start for a reason that people can do something about; one line says which. */
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartRefused(String message) {
    super(message);
  }
}
