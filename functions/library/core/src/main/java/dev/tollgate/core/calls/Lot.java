package dev.tollgate.core.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an instance has of one counter: calls to hand out, or the memory of a refusal. */
final class Lot {
  /** How long a refusal is believed, so that a flood is answered from memory. */
  static final Duration BELIEVED = Duration.ofSeconds(1);

  private CallCounter counter;
  private long calls;
  private @Nullable Refusal refusal;

  private record Refusal(Taking.Full full, Instant at) {}

  Lot(CallCounter counter) {
    this.counter = counter;
  }

  /** Goes on with a counter; what was leased of another is lost, which passes no limit. */
  void turnTo(CallCounter wanted) {
    if (!counter.sameAs(wanted)) {
      calls = 0;
      refusal = null;
    } else if (!counter.most().equals(wanted.most())) {
      refusal = null;
    }
    counter = wanted;
  }

  CallCounter counter() {
    return counter;
  }

  boolean isEmpty() {
    return calls == 0;
  }

  /** Present where it was refused less than a second ago, by a clock that was not turned back. */
  Optional<Taking.Full> refusedAt(Instant now) {
    return Optional.ofNullable(refusal)
        .filter(known -> isEmpty() && !now.isBefore(known.at()))
        .filter(known -> now.isBefore(known.at().plus(BELIEVED)))
        .map(Refusal::full);
  }

  Taking.Full refuse(long used, Instant now) {
    Taking.Full full = new Taking.Full(counter, used);
    refusal = new Refusal(full, now);
    return full;
  }

  void add(long leased) {
    calls += leased;
    refusal = null;
  }

  void handOut() {
    calls--;
  }

  Taking.Left left() {
    return new Taking.Left(counter, calls);
  }
}
