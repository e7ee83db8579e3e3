package dev.tollgate.core.outgoing;

import dev.tollgate.core.kernel.EndpointId;
import dev.tollgate.core.kernel.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** How far one letter has come. Each change is one more of the version. */
public sealed interface Delivery {
  /** How long one that has ended can be looked at and sent again. */
  Duration KEPT = Duration.ofDays(30);

  Letter letter();

  /** How many tries have begun. */
  int tries();

  /** What went wrong at the last try that failed. */
  Optional<Failure> failure();

  long version();

  default EndpointId endpoint() {
    return letter().endpoint();
  }

  default MessageId message() {
    return letter().message();
  }

  /** Given up because its endpoint answered 410. */
  default boolean isGone() {
    return this instanceof GivenUp && failure().equals(Optional.of(Failure.GONE));
  }

  /**
   * Why a try failed.
   *
   * @param status of their answer; empty where there was none
   * @param reason words of our own
   */
  record Failure(OptionalInt status, String reason) {
    static final Failure GONE = new Failure(OptionalInt.of(410), "gone");
  }

  /**
   * Has a try before it. Ends by their answer, by the last try, or with its endpoint.
   *
   * @param nextTry while it is being tried, when that counts as lost
   * @param beingTried somebody is sending it, and nobody else may
   */
  record Pending(
      Letter letter,
      int tries,
      Optional<Failure> failure,
      Instant nextTry,
      boolean beingTried,
      long version)
      implements Delivery {

    static Pending first(Letter letter, Instant now) {
      return new Pending(letter, 0, Optional.empty(), now, false, 1);
    }

    boolean isDue(Instant now) {
      return !now.isBefore(nextTry);
    }

    /** A try counts when it begins, so that one which kills its process counts too. */
    Pending claimed(Instant leaseEnds) {
      return new Pending(letter, tries + 1, failure, leaseEnds, true, version + 1);
    }

    /** Not tried and not counted. */
    Pending postponed(Instant until) {
      return new Pending(letter, tries, failure, until, false, version + 1);
    }

    Cancelled cancelled(Instant now) {
      return new Cancelled(letter, tries, failure, now, version + 1);
    }

    /** Of one that was claimed. */
    Delivery after(WebhookSender.Outcome outcome, Instant now, RetrySchedule schedule) {
      return switch (outcome) {
        case WebhookSender.Outcome.Accepted(int status) ->
            new Delivered(letter, tries, failure, now, status, version + 1);
        case WebhookSender.Outcome.Gone _ -> givenUp(Failure.GONE, now);
        case WebhookSender.Outcome.Refused(int status) ->
            failed(new Failure(OptionalInt.of(status), "refused"), now, schedule);
        case WebhookSender.Outcome.Unreachable(String reason) ->
            failed(new Failure(OptionalInt.empty(), reason), now, schedule);
        case WebhookSender.Outcome.Forbidden _ ->
            failed(new Failure(OptionalInt.empty(), "forbidden_address"), now, schedule);
      };
    }

    private Delivery failed(Failure why, Instant now, RetrySchedule schedule) {
      return schedule
          .next(tries, now)
          .<Delivery>map(
              next -> new Pending(letter, tries, Optional.of(why), next, false, version + 1))
          .orElseGet(() -> givenUp(why, now));
    }

    private GivenUp givenUp(Failure why, Instant now) {
      return new GivenUp(letter, tries, Optional.of(why), now, version + 1);
    }
  }

  /** Nothing follows, unless the platform owner has it sent again. */
  sealed interface Ended extends Delivery {
    Instant at();
  }

  /** They took it. */
  record Delivered(
      Letter letter, int tries, Optional<Failure> failure, Instant at, int status, long version)
      implements Ended {}

  /** They never took it. */
  record GivenUp(Letter letter, int tries, Optional<Failure> failure, Instant at, long version)
      implements Ended {}

  /** Its endpoint was deleted or disabled before they took it. */
  record Cancelled(Letter letter, int tries, Optional<Failure> failure, Instant at, long version)
      implements Ended {}

  /** From the beginning, at once; empty while somebody is sending it. */
  default Optional<Pending> restarted(Instant now) {
    boolean busy = this instanceof Pending pending && pending.beingTried() && !pending.isDue(now);
    return busy
        ? Optional.empty()
        : Optional.of(new Pending(letter(), 0, failure(), now, false, version() + 1));
  }
}
