package dev.tollgate.core.editions;

/** Something a plan has or has not; what it unlocks is known to whoever asks for the key. */
public record Feature(String key, String displayName) {
  public Feature {
    KeyShape.require("feature", key);
  }
}
