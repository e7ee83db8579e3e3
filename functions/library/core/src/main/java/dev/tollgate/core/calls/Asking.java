package dev.tollgate.core.calls;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many calls to ask a counter for: a hundredth of its limit, at least one and at most {@value
 * #LARGEST}; where that does not fit, what is left; where others were faster, one, so that the last
 * calls are sold one by one.
 *
 * @param again whether a block was refused before
 */
record Asking(CallCounter counter, long calls, boolean again) {
  /** What an instance that dies takes along, at most, of each counter. */
  static final long LARGEST = 100;

  private static final long SHARE = 100;

  /** Empty where nothing is ever allowed. */
  static Optional<Asking> first(CallCounter counter) {
    OptionalLong most = counter.most();
    if (most.isEmpty()) {
      return Optional.of(new Asking(counter, LARGEST, false));
    }
    return most.getAsLong() == 0
        ? Optional.empty()
        : Optional.of(new Asking(counter, Math.clamp(most.getAsLong() / SHARE, 1, LARGEST), false));
  }

  /**
   * What to ask for next; empty where the counter is full.
   *
   * @param used how far the counter was when it refused
   */
  Optional<Asking> after(long used) {
    long left = counter.most().orElseThrow() - used;
    if (left <= 0) {
      return Optional.empty();
    }
    return Optional.of(new Asking(counter, again ? 1 : Math.min(calls, left), true));
  }

  CallBlock block() {
    return new CallBlock(counter, calls);
  }
}
