package dev.tollgate.notifications;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How one reader is spoken to: the words of a language, numbers and dates as its region writes
 * them, times in the account's zone.
 */
final class Voice {
  private final Language language;
  private final Locale locale;
  private final ZoneId zone;

  Voice(Language language, Locale locale, ZoneId zone) {
    this.language = language;
    this.locale = locale;
    this.zone = zone;
  }

  Language language() {
    return language;
  }

  Map<String, String> say(Map<String, Shown> values) {
    Map<String, String> said = new HashMap<>();
    values.forEach((name, value) -> said.put(name, say(value)));
    return said;
  }

  String say(Shown value) {
    return switch (value) {
      case Shown.Text(var text) -> text;
      case Shown.Typed(var text) -> ShownName.of(text);
      case Shown.Amount(var money) -> ShownMoney.of(money, locale);
      case Shown.Moment(var at) -> moment(at);
      case Shown.Ending(var at, var now) -> ending(at, now);
      case Shown.Count(var count, var unit) -> ShownCount.of(count, unit, this, locale);
      case Shown.Span(var length) ->
          length.toDays() > 0
              ? count(length.toDays(), Phrase.DAY, Phrase.DAYS)
              : count(length.toHours(), Phrase.HOUR, Phrase.HOURS);
      case Shown.Said(var phrase, var values) -> language.phrase(phrase, say(values));
    };
  }

  /** One of it, or so many. */
  String count(long number, Phrase one, Phrase many) {
    return number == 1
        ? language.phrase(one, Map.of())
        : language.phrase(many, Map.of("count", ShownCount.grouped(number, locale)));
  }

  private String moment(Instant at) {
    return language.phrase(
        Phrase.MOMENT,
        Map.of(
            "day",
            ShownTime.day(at.atZone(zone).toLocalDate(), locale),
            "time",
            ShownTime.minute(at.atZone(zone)),
            "zone",
            zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : "(" + zone.getId() + ")"));
  }

  private String ending(Instant at, Instant now) {
    LocalDate day = at.atZone(zone).toLocalDate();
    LocalDate today = now.atZone(zone).toLocalDate();
    Map<String, String> onDay = Map.of("day", ShownTime.day(day, locale));
    if (!at.isAfter(now)) {
      return language.phrase(Phrase.ENDED_ON, onDay);
    }
    if (day.equals(today)) {
      return language.phrase(Phrase.ENDS_TODAY, Map.of());
    }
    return day.equals(today.plusDays(1))
        ? language.phrase(Phrase.ENDS_TOMORROW, Map.of())
        : language.phrase(Phrase.ENDS_ON, onDay);
  }
}
