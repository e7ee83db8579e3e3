package dev.tollgate.local.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/** An ISO 8601 duration with calendar parts, such as P1M or P14DT6H, counted in UTC. */
public record Span(Period days, Duration time) {

  /** Empty for what is no duration, or one that does not lead forward. */
  public static Optional<Span> parse(String text) {
    int t = text.indexOf('T');
    String days = t < 0 ? text : text.substring(0, t);
    try {
      Span span =
          new Span(
              days.equals("P") ? Period.ZERO : Period.parse(days),
              t < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(t)));
      return span.leadsForward() ? Optional.of(span) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private boolean leadsForward() {
    return !days.isNegative() && !time.isNegative() && !(days.isZero() && time.isZero());
  }

  /** Empty where the result lies outside of what a clock can show. */
  public Optional<Instant> after(Instant start) {
    try {
      return Optional.of(start.atZone(ZoneOffset.UTC).plus(days).plus(time).toInstant());
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
