package dev.tollgate.local.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.local.fake.Fakes;
import dev.tollgate.local.template.TemplateError;
import dev.tollgate.local.template.Trigger;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {
  private static final Instant ANCHOR = Instant.parse("2026-05-01T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate(1 minute) | UTC | 2026-05-01T10:00:00Z | 2026-05-01T10:01:00Z",
        "rate(1 minute) | UTC | 2026-05-01T10:00:59Z | 2026-05-01T10:01:00Z",
        "rate(1 minute) | UTC | 2026-05-01T10:01:00Z | 2026-05-01T10:02:00Z",
        "rate(5 hours)  | UTC | 2026-05-01T21:00:00Z | 2026-05-02T01:00:00Z",
        "rate(1 day)    | UTC | 2026-05-01T10:00:00Z | 2026-05-02T10:00:00Z",
        "cron(0 2 * * ? *) | UTC | 2026-05-01T10:00:00Z | 2026-05-02T02:00:00Z",
        "cron(0 2 * * ? *) | Asia/Kolkata | 2026-05-01T10:00:00Z | 2026-05-01T20:30:00Z",
        "cron(0/15 * * * ? *) | UTC | 2026-05-01T10:00:00Z | 2026-05-01T10:15:00Z",
        "cron(30 9-17/4 ? * MON-FRI *) | UTC | 2026-05-01T18:00:00Z | 2026-05-04T09:30:00Z",
        "cron(0 0 1 * ? *) | UTC | 2026-05-01T10:00:00Z | 2026-06-01T00:00:00Z",
        "cron(0 0 L * ? *) | UTC | 2026-02-01T00:00:00Z | 2026-02-28T00:00:00Z",
        "cron(0 0 ? * 6L *) | UTC | 2026-05-01T10:00:00Z | 2026-05-29T00:00:00Z",
        "cron(0 0 ? * FRI#3 *) | UTC | 2026-05-01T10:00:00Z | 2026-05-15T00:00:00Z",
        "cron(0 0 29 FEB ? *) | UTC | 2026-05-01T10:00:00Z | 2028-02-29T00:00:00Z",
        "cron(0 8 1 1 ? 2030) | UTC | 2026-05-01T10:00:00Z | 2030-01-01T08:00:00Z",
        // 02:30 does not come on the night of the change to summer time.
        "cron(30 2 * * ? *) | Europe/Berlin | 2026-03-28T02:00:00Z | 2026-03-30T00:30:00Z",
        "at(2026-05-02T08:00:00) | UTC | 2026-05-01T10:00:00Z | 2026-05-02T08:00:00Z",
        "at(2026-05-02T08:00:00) | Asia/Kolkata | 2026-05-01T10:00:00Z | 2026-05-02T02:30:00Z",
      })
  void theNextFiringIsTheFirstAfterTheGivenTime(
      String expression, String zone, Instant after, Instant next) {
    assertThat(of(expression, zone).next(after)).contains(next);
  }

  @Test
  void whatIsOverDoesNotComeAgain() {
    assertThat(of("at(2026-05-01T08:00:00)", "UTC").next(ANCHOR)).isEmpty();
    assertThat(of("cron(0 0 1 1 ? 2025)", "UTC").next(ANCHOR)).isEmpty();
    assertThat(of("cron(0 0 30 2 ? 2026-2028)", "UTC").next(ANCHOR)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "every(1 minute)",
        "rate(one minute)",
        "cron(0 0 * * *)",
        "cron(61 0 * * ? *)",
        "cron(0 0 1 * MON *)",
        "cron(0 0 15W * ? *)",
        "at(tomorrow)"
      })
  void whatIsNotUnderstoodIsRefusedWithItsPlace(String expression) {
    assertThatThrownBy(() -> of(expression, "UTC"))
        .isInstanceOf(TemplateError.class)
        .hasMessageStartingWith("template.yaml:1: the schedule " + expression);
  }

  private static Recurrence of(String expression, String zone) {
    return Recurrence.of(
        new Trigger.Schedule("s", expression, ZoneId.of(zone), "{}", Fakes.PLACE), ANCHOR);
  }
}
