package dev.tollgate.local.tour;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What happened to one tenant, and when; told in the order of time. */
final class Timeline {
  private static final int WIDTH = 110;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final List<Line> lines = new ArrayList<>();

  /** What a line tells of. */
  enum Kind {
    /** The person did it. */
    DOES,
    MAIL,
    MONEY,
    STATE,
    /** It could not be done here. */
    ABSENT
  }

  /**
   * One line.
   *
   * @param at to the second, since Stripe tells no more
   */
  record Line(Instant at, Kind kind, String text) {}

  void add(Instant at, Kind kind, String text) {
    lines.add(new Line(at.truncatedTo(ChronoUnit.SECONDS), kind, text));
  }

  /** What happened in the same second stands in the order in which it was found out. */
  List<Line> lines() {
    return lines.stream().sorted(Comparator.comparing(Line::at)).toList();
  }

  long count(Kind kind) {
    return lines.stream().filter(line -> line.kind() == kind).count();
  }

  /** From the first line to the last. */
  long days() {
    List<Line> inOrder = lines();
    return inOrder.isEmpty() ? 0 : day(inOrder.getFirst().at(), inOrder.getLast().at());
  }

  /** Days since the first line. */
  private static long day(Instant first, Instant at) {
    return Duration.between(first, at).toDays();
  }

  /** One line each, and none wider than a terminal. */
  List<String> printed() {
    List<Line> inOrder = lines();
    if (inOrder.isEmpty()) {
      return List.of();
    }
    Instant first = inOrder.getFirst().at();
    Set<Long> days = new TreeSet<>();
    return inOrder.stream()
        .map(
            line -> {
              long day = day(first, line.at());
              return fitting(
                  "%-7s  %s  %-6s  %s"
                      .formatted(
                          days.add(day) ? "day " + day : "",
                          TIME.format(line.at()),
                          line.kind().name().toLowerCase(Locale.ROOT),
                          line.text()));
            })
        .toList();
  }

  private static String fitting(String line) {
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...";
  }
}
