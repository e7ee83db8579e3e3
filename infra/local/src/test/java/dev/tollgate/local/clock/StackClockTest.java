package dev.tollgate.local.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackClockTest {
  private static final String TENANT = "ten_00000000000000000000000000";

  @Test
  void functionsReadTheOffsetsAsDurations() {
    try (StackClock clock = StackClock.open(null)) {
      Instant later = clock.instant().plus(Duration.ofDays(2));
      clock.moveTo(later);
      clock.moveTo(clock.instant(TENANT).plus(Duration.ofDays(5)), TENANT);

      assertThat(offset("")).isCloseTo(Duration.ofDays(2), Duration.ofSeconds(5));
      assertThat(offset("." + TENANT)).isCloseTo(Duration.ofDays(5), Duration.ofSeconds(5));
      assertThat(clock.instant()).isCloseTo(later, within(5, ChronoUnit.SECONDS));
    }
    assertThat(System.getProperty(StackClock.PROPERTY)).isNull();
  }

  @Test
  void theClockNeverRunsBackwards() {
    try (StackClock clock = StackClock.open(null)) {
      Instant before = clock.instant();
      clock.moveTo(before.minus(Duration.ofDays(1)));
      assertThat(clock.instant()).isAfterOrEqualTo(before);
    }
  }

  @Test
  void aRestartGoesOnInTheSameTime(@TempDir Path directory) {
    Path file = directory.resolve("clock.json");
    Instant later;
    try (StackClock clock = StackClock.open(file)) {
      later = clock.instant().plus(Duration.ofDays(30));
      clock.moveTo(later);
      clock.moveTo(later.plus(Duration.ofDays(1)), TENANT);
    }
    try (StackClock clock = StackClock.open(file)) {
      assertThat(clock.instant()).isAfterOrEqualTo(later);
      assertThat(clock.tenants()).containsOnlyKeys(TENANT);
    }
  }

  private static Duration offset(String suffix) {
    return Duration.parse(System.getProperty(StackClock.PROPERTY + suffix, "PT0S"));
  }
}
