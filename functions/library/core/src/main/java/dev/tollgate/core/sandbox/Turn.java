package dev.tollgate.core.sandbox;

import dev.tollgate.core.kernel.Checked;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/** Where a clock shall be turned to. */
public sealed interface Turn {
  /** Empty where that lies outside of what a clock can show. */
  Optional<Instant> from(Instant now);

  /** By calendar parts and time, counted in UTC, such as P1M or P14DT6H. */
  record By(Period days, Duration time) implements Turn {
    @Override
    public Optional<Instant> from(Instant now) {
      try {
        return Optional.of(now.atZone(ZoneOffset.UTC).plus(days).plus(time).toInstant());
      } catch (DateTimeException | ArithmeticException e) {
        return Optional.empty();
      }
    }

    public static Checked<By> parse(String text) {
      int t = text.indexOf('T');
      String days = t < 0 ? text : text.substring(0, t);
      try {
        By by =
            new By(
                days.equals("P") ? Period.ZERO : Period.parse(days),
                t < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(t)));
        boolean isForward =
            !by.days.isNegative()
                && !by.time.isNegative()
                && !(by.days.isZero() && by.time.isZero());
        return isForward ? new Checked.Valid<>(by) : invalid();
      } catch (DateTimeException e) {
        return invalid();
      }
    }

    private static Checked<By> invalid() {
      return new Checked.Invalid<>("must be a positive ISO 8601 duration");
    }
  }

  /** To a moment. */
  record To(Instant moment) implements Turn {
    @Override
    public Optional<Instant> from(Instant now) {
      return Optional.of(moment);
    }

    public static Checked<To> parse(String text) {
      try {
        return new Checked.Valid<>(new To(OffsetDateTime.parse(text).toInstant()));
      } catch (DateTimeException e) {
        return new Checked.Invalid<>("must be an RFC 3339 time");
      }
    }
  }
}
