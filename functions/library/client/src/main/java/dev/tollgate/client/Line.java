package dev.tollgate.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The line to Tollgate: asks until there is an answer or patience ends. Every question may be asked
 * again without harm, because it changes nothing or names the reservation it is about. Safe for
 * many threads.
 */
final class Line {
  private final Settings settings;
  private final Wire wire;
  private final Backoff backoff;

  Line(Settings settings) {
    this.settings = settings;
    this.wire = new Wire(settings);
    this.backoff = new Backoff(settings.random());
  }

  /**
   * What {@code reading} makes of the answer. Throws {@link TollgateUnavailable} if there is none,
   * or none that it can read.
   */
  <T> T ask(Ask ask, Function<Reply, T> reading) {
    Reply reply = answer(ask);
    try {
      return reading.apply(reply);
    } catch (Unreadable e) {
      throw new TollgateUnavailable(ask + ": " + e.getMessage() + " (" + reply + ")", e);
    }
  }

  private Reply answer(Ask ask) {
    try {
      return persist(ask);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TollgateUnavailable(ask + ": interrupted before there was an answer", e);
    }
  }

  private Reply persist(Ask ask) throws InterruptedException {
    Patience patience = new Patience(settings.time(), settings.patience());
    for (int retries = 0; ; retries++) {
      Attempt attempt = wire.send(ask);
      if (attempt instanceof Attempt.Answered(Reply reply) && !reply.isTemporary()) {
        return reply;
      }
      Optional<Duration> wish = wish(attempt);
      Duration pause = backoff.pause(retries, wish);
      if (!patience.allows(pause)) {
        throw unavailable(ask, attempt, retries + 1, wish);
      }
      settings.pause().pause(pause);
    }
  }

  private Optional<Duration> wish(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Lost _ -> Optional.empty();
      case Attempt.Answered(Reply reply) ->
          reply.retryAfter().flatMap(text -> Backoff.read(text, settings.time().instant()));
    };
  }

  private static TollgateUnavailable unavailable(
      Ask ask, Attempt last, int attempts, Optional<Duration> wish) {
    String what = ask + ": no answer after " + attempts + " attempts, at last ";
    return switch (last) {
      case Attempt.Lost(Throwable cause) -> new TollgateUnavailable(what + "none at all", cause);
      case Attempt.Answered(Reply reply) -> new TollgateUnavailable(what + reply, wish);
    };
  }
}
