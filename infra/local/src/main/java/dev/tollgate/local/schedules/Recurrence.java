package dev.tollgate.local.schedules;

import dev.tollgate.local.template.Trigger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a schedule fires: rate(…), cron(…) or at(…) of EventBridge Scheduler. */
sealed interface Recurrence permits Recurrence.Rate, Recurrence.Once, Cron {
  Pattern RATE = Pattern.compile("rate\\((\\d+)\\s+(minute|hour|day)s?\\)");
  Pattern CALL = Pattern.compile("(cron|at)\\((.+)\\)");

  /** The first firing strictly after the given time; empty where there is none any more. */
  Optional<Instant> next(Instant after);

  /**
   * Counted from when the stack started, as AWS counts from when the schedule was made.
   *
   * @param anchor no firing itself
   */
  record Rate(Duration period, Instant anchor) implements Recurrence {
    @Override
    public Optional<Instant> next(Instant after) {
      if (after.isBefore(anchor)) {
        return Optional.of(anchor.plus(period));
      }
      long passed = Duration.between(anchor, after).dividedBy(period);
      return Optional.of(anchor.plus(period.multipliedBy(passed + 1)));
    }
  }

  record Once(Instant time) implements Recurrence {
    @Override
    public Optional<Instant> next(Instant after) {
      return time.isAfter(after) ? Optional.of(time) : Optional.empty();
    }
  }

  /** Refuses, with its place in the template, what it does not understand. */
  static Recurrence of(Trigger.Schedule schedule, Instant anchor) {
    String expression = schedule.expression().strip();
    try {
      Matcher rate = RATE.matcher(expression);
      if (rate.matches()) {
        long count = Long.parseLong(rate.group(1));
        return new Rate(unit(rate.group(2)).multipliedBy(Math.max(1, count)), anchor);
      }
      Matcher call = CALL.matcher(expression);
      if (!call.matches()) {
        throw new IllegalArgumentException("neither rate, cron nor at");
      }
      return call.group(1).equals("cron")
          ? Cron.parse(call.group(2), schedule.zone())
          : new Once(LocalDateTime.parse(call.group(2)).atZone(schedule.zone()).toInstant());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw schedule
          .place()
          .error("the schedule " + expression + " is not understood: " + e.getMessage());
    }
  }

  private static Duration unit(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "minute" -> Duration.ofMinutes(1);
      case "hour" -> Duration.ofHours(1);
      default -> Duration.ofDays(1);
    };
  }
}
