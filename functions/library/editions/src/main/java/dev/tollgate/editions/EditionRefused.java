package dev.tollgate.editions;

import java.util.List;

/**
 * A file is not an edition, so nothing may start with it. The message has a line {@code
 * file.yaml:LINE: reason} for every mistake, in the order of the file.
 */
public final class EditionRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EditionRefused(List<String> mistakes) {
    super(String.join("\n", mistakes));
  }
}
