package dev.tollgate.notifications;

import dev.tollgate.core.editions.MeterUnit;
import dev.tollgate.core.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A value of a mail before it has a language. */
sealed interface Shown {

  /** As it is, in any language. */
  record Text(String text) implements Shown {}

  /** What somebody typed, and so nothing that a mail program may take for a link. */
  record Typed(String text) implements Shown {}

  record Amount(Money money) implements Shown {}

  /** Day, time and zone of the account, so that a mail which is read late is still true. */
  record Moment(Instant at) implements Shown {}

  /**
   * That it ends today, tomorrow or on a day, or ended, in the account's zone.
   *
   * @param now when the mail is written, which may be late
   */
  record Ending(Instant at, Instant now) implements Shown {}

  record Count(long count, MeterUnit unit) implements Shown {}

  /** In whole days, or hours where it is less than one. */
  record Span(Duration length) implements Shown {}

  /** A sentence of the language, with values of its own. */
  record Said(Phrase phrase, Map<String, Shown> values) implements Shown {
    public Said {
      values = Map.copyOf(values);
    }

    static Said of(Phrase phrase) {
      return new Said(phrase, Map.of());
    }

    static Said of(Phrase phrase, String name, Shown value) {
      return new Said(phrase, Map.of(name, value));
    }
  }
}
