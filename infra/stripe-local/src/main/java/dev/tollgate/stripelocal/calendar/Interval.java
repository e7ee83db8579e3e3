package dev.tollgate.stripelocal.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How often a recurring price bills: {@code count} days, weeks, months or years. */
public record Interval(Unit unit, int count) {
  /** The four units a price may recur in. */
  public enum Unit {
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    private final ChronoUnit unit;

    Unit(ChronoUnit unit) {
      this.unit = unit;
    }
  }

  public Interval {
    if (count < 1) {
      throw new IllegalArgumentException("an interval has at least one " + unit);
    }
  }

  /** The interval of a price's {@code recurring} object. */
  public static Interval of(JsonNode recurring) {
    return new Interval(
        switch (recurring.path("interval").asText()) {
          case "day" -> Unit.DAY;
          case "week" -> Unit.WEEK;
          case "month" -> Unit.MONTH;
          case "year" -> Unit.YEAR;
          default -> throw new IllegalArgumentException("no interval in " + recurring);
        },
        recurring.path("interval_count").asInt(1));
  }

  /** {@code times} intervals after the start; a day the month lacks becomes its last day. */
  LocalDateTime after(LocalDateTime start, long times) {
    return start.plus(times * count, unit.unit);
  }

  /**
   * A number of intervals that surely does not pass {@code end} when counted from {@code start},
   * within one of the true number.
   */
  long roughlyBetween(LocalDateTime start, LocalDateTime end) {
    return Math.floorDiv(unit.unit.between(start, end), count);
  }

  /** As it is written after a price: {@code month}, or {@code every 3 months}. */
  public String words() {
    String name = unit.name().toLowerCase(Locale.ROOT);
    return count == 1 ? name : "every " + count + " " + name + "s";
  }
}
