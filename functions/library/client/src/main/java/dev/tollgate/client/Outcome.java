package dev.tollgate.client;

import org.jspecify.annotations.Nullable;

/** What became of a piece of work that needs quota. */
public sealed interface Outcome<T extends @Nullable Object> {
  /** It is done and counted. */
  record Done<T extends @Nullable Object>(T value) implements Outcome<T> {}

  /** It is done, but took longer than the reservation held, so it is not counted. */
  record Uncounted<T extends @Nullable Object>(T value, CommitAnswer.Lapsed why)
      implements Outcome<T> {}

  /** It never began. */
  record NotDone<T extends @Nullable Object>(Refusal why) implements Outcome<T> {}
}
