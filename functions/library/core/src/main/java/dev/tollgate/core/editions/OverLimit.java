package dev.tollgate.core.editions;

import java.util.Locale;

/**
 * What becomes of the things that a level counts where there are more of them than the limit
 * allows, as after a trial. Nothing is taken away, everything can be read and given back.
 */
public enum OverLimit {
  /** None of them can be changed. */
  KEEP_READ_ONLY,
  /** The tenant says which of them, up to the limit, can be changed; without a word, none. */
  CHOOSE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
