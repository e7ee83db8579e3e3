package dev.tollgate.core.apikeys;

import java.util.Arrays;
import java.util.Optional;

/** What a key may do. Stored and sent by its word, so words are kept. */
public enum Scope {
  /** See entitlements, and ask whether something would be allowed. */
  QUOTA_READ("quota:read"),
  /** Set quota aside, keep it and give it back. */
  QUOTA_WRITE("quota:write"),
  /** See what is used. */
  USAGE_READ("usage:read");

  private final String word;

  Scope(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static Optional<Scope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
  }
}
