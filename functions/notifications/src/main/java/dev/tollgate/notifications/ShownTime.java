package dev.tollgate.notifications;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Days and times as a region writes them. */
final class ShownTime {
  /** Said the same on both sides of the ocean, and never a month for a day. */
  private static final String ENGLISH_DAY = "d MMMM uuuu";

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private ShownTime() {}

  static String day(LocalDate day, Locale locale) {
    return (locale.getLanguage().equals("en")
            ? DateTimeFormatter.ofPattern(ENGLISH_DAY, Locale.ENGLISH)
            : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale))
        .format(day);
  }

  /** On a clock of 24 hours. */
  static String minute(ZonedDateTime at) {
    return MINUTE.format(at);
  }
}
