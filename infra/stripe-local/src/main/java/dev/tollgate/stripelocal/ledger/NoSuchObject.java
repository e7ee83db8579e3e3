package dev.tollgate.stripelocal.ledger;

import org.jspecify.annotations.Nullable;

/** An id that names nothing of its kind (or something deleted): aborts the Work. */
public final class NoSuchObject extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String id;
  private final @Nullable String param;

  NoSuchObject(Kind kind, String id, @Nullable String param) {
    super("No such " + kind.title() + ": '" + id + "'");
    this.kind = kind;
    this.id = id;
    this.param = param;
  }

  public Kind kind() {
    return kind;
  }

  public String id() {
    return id;
  }

  /** The request parameter that held the id; null when it stood in the path. */
  public @Nullable String param() {
    return param;
  }
}
