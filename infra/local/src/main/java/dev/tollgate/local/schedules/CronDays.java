package dev.tollgate.local.schedules;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.NavigableSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two day fields, of which one must be {@code ?}. The letter W is not understood. */
sealed interface CronDays {
  List<String> NAMES = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  Pattern NTH = Pattern.compile("(\\w+)#([1-5])");
  Pattern LAST = Pattern.compile("(\\w+)L");

  boolean matches(LocalDate day);

  record OfMonth(NavigableSet<Integer> days) implements CronDays {
    @Override
    public boolean matches(LocalDate day) {
      return days.contains(day.getDayOfMonth());
    }
  }

  record LastOfMonth() implements CronDays {
    @Override
    public boolean matches(LocalDate day) {
      return day.getDayOfMonth() == day.lengthOfMonth();
    }
  }

  /** 1 is Sunday. */
  record OfWeek(NavigableSet<Integer> days) implements CronDays {
    @Override
    public boolean matches(LocalDate day) {
      return days.contains(number(day));
    }
  }

  /** The third Friday: 6#3. */
  record NthOfWeek(int dayOfWeek, int nth) implements CronDays {
    @Override
    public boolean matches(LocalDate day) {
      return number(day) == dayOfWeek && day.get(ChronoField.ALIGNED_WEEK_OF_MONTH) == nth;
    }
  }

  /** The last Friday: 6L. */
  record LastOfWeek(int dayOfWeek) implements CronDays {
    @Override
    public boolean matches(LocalDate day) {
      return number(day) == dayOfWeek && day.plusWeeks(1).getMonth() != day.getMonth();
    }
  }

  static CronDays parse(String ofMonth, String ofWeek) {
    if (!ofMonth.equals("?") && !ofWeek.equals("?")) {
      throw new IllegalArgumentException("one of the two day fields must be ?");
    }
    if (!ofMonth.equals("?")) {
      return ofMonth.equals("L")
          ? new LastOfMonth()
          : new OfMonth(CronField.values(ofMonth, 1, 31, List.of()));
    }
    Matcher nth = NTH.matcher(ofWeek);
    if (nth.matches()) {
      return new NthOfWeek(
          CronField.number(nth.group(1), 1, 7, NAMES), Integer.parseInt(nth.group(2)));
    }
    Matcher last = LAST.matcher(ofWeek);
    return last.matches()
        ? new LastOfWeek(CronField.number(last.group(1), 1, 7, NAMES))
        : new OfWeek(CronField.values(ofWeek, 1, 7, NAMES));
  }

  private static int number(LocalDate day) {
    return day.getDayOfWeek().getValue() % 7 + 1;
  }
}
