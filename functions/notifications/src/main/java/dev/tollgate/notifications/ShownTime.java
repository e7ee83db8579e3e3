package dev.tollgate.notifications;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time in words, the same wherever its reader is: nobody told us their zone. */
final class ShownTime {
  private static final DateTimeFormatter MINUTE = utc("d MMMM uuuu 'at' HH:mm 'UTC'");
  private static final DateTimeFormatter DAY = utc("d MMMM uuuu");

  private ShownTime() {}

  static String minute(Instant at) {
    return MINUTE.format(at);
  }

  /** The day in UTC. */
  static String day(Instant at) {
    return DAY.format(at);
  }

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
