package dev.tollgate.client;

/**
 * Tollgate answered, and will answer the same again: the key is not valid or lacks the scope, the
 * edition has no such meter, the tenant may not see that now. Not about quota; that is a {@link
 * Refused}.
 */
public final class TollgateRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String error;

  TollgateRefused(String what, int status, String error) {
    super(what);
    this.status = status;
    this.error = error;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The contract's stable code, such as {@code forbidden}. */
  public String error() {
    return error;
  }
}
