package dev.tollgate.local.quiet;

import java.util.List;

/** The stack did not come to rest in time. */
public final class Stuck extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> work;

  public Stuck(List<String> work) {
    super("not quiet: " + String.join(", ", work));
    this.work = List.copyOf(work);
  }

  public List<String> work() {
    return work;
  }
}
