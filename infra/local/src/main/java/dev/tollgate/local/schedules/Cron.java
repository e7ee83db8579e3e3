package dev.tollgate.local.schedules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** EventBridge's six fields: minutes, hours, day of month, month, day of week, year. */
record Cron(
    NavigableSet<Integer> minutes,
    NavigableSet<Integer> hours,
    CronDays days,
    NavigableSet<Integer> months,
    NavigableSet<Integer> years,
    ZoneId zone)
    implements Recurrence {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

  static Cron parse(String text, ZoneId zone) {
    String[] fields = text.strip().split("\\s+", -1);
    if (fields.length != 6) {
      throw new IllegalArgumentException("cron has six fields");
    }
    return new Cron(
        CronField.values(fields[0], 0, 59, List.of()),
        CronField.values(fields[1], 0, 23, List.of()),
        CronDays.parse(fields[2], fields[4]),
        CronField.values(fields[3], 1, 12, MONTHS),
        CronField.values(fields[5], FIRST_YEAR, LAST_YEAR, List.of()),
        zone);
  }

  @Override
  public Optional<Instant> next(Instant after) {
    LocalDateTime start = LocalDateTime.ofInstant(after, zone);
    LocalDate last = LocalDate.of(years.last(), 12, 31);
    for (LocalDate day = start.toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
      if (years.contains(day.getYear())
          && months.contains(day.getMonthValue())
          && days.matches(day)) {
        Optional<Instant> firing = firstOn(day, after);
        if (firing.isPresent()) {
          return firing;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Instant> firstOn(LocalDate day, Instant after) {
    for (int hour : hours) {
      for (int minute : minutes) {
        LocalDateTime wanted = day.atTime(LocalTime.of(hour, minute));
        ZonedDateTime firing = wanted.atZone(zone);
        // A time that the change to summer time leaves out does not come.
        if (firing.toLocalDateTime().equals(wanted) && firing.toInstant().isAfter(after)) {
          return Optional.of(firing.toInstant());
        }
      }
    }
    return Optional.empty();
  }
}
