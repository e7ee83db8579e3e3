package dev.tollgate.local.schedules;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;

/** One field of a cron expression: lists, ranges, steps, names. */
final class CronField {
  private CronField() {}

  /**
   * @param names of the values, the first one standing for the least value
   */
  static NavigableSet<Integer> values(String text, int least, int most, List<String> names) {
    NavigableSet<Integer> values = new TreeSet<>();
    for (String term : text.split(",", -1)) {
      String[] stepped = term.split("/", 2);
      int step = stepped.length == 2 ? number(stepped[1], 1, most, List.of()) : 1;
      String[] bounds = stepped[0].split("-", 2);
      int from;
      int to;
      if (stepped[0].equals("*") || stepped[0].equals("?")) {
        from = least;
        to = most;
      } else {
        from = number(bounds[0], least, most, names);
        boolean open = stepped.length == 2; // 5/15 goes on to the end
        to = bounds.length == 2 ? number(bounds[1], least, most, names) : open ? most : from;
      }
      if (from > to) {
        throw new IllegalArgumentException("the range " + term + " is empty");
      }
      for (int value = from; value <= to; value += step) {
        values.add(value);
      }
    }
    return values;
  }

  static int number(String text, int least, int most, List<String> names) {
    int named = names.indexOf(text.toUpperCase(Locale.ROOT));
    int value = named >= 0 ? named + least : Integer.parseInt(text);
    if (value < least || value > most) {
      throw new IllegalArgumentException(text + " is not between " + least + " and " + most);
    }
    return value;
  }
}
