package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lifecycle is down, fires twice, or dies: the same in the end, no mail twice, none lost. */
class FaultyTimelineTest {
  private static final Instant START = Instant.parse("2028-02-15T12:00:00Z");
  private static final String TRIAL = "tollgate-trial";

  /** More than one run makes, so that the last of them dies of nothing. */
  private static final int CALLS = 40;

  @ParameterizedTest
  @ValueSource(ints = {6, 11, 12, 13})
  void threeDaysDownLoseNothing(int fromDay) {
    try (Almanac almanac = Almanac.of("tollgate", START)) {
      Life life = almanac.signUp();
      almanac.live(Duration.ofDays(fromDay).plusHours(1));
      almanac.lifecycleIsDown();
      almanac.live(Duration.ofDays(3));
      almanac.lifecycleIsUp();
      almanac.live(Duration.ofDays(33));

      assertThat(whenever(life.lines())).isEqualTo(whenever(Expected.of(TRIAL, end(life))));
      assertThat(life.state()).isEqualTo("active free");
    }
  }

  @Test
  void firingTwiceChangesNothing() {
    try (Almanac almanac = Almanac.of("tollgate", START)) {
      almanac.lifecycleFires(2);
      Life life = almanac.signUp();
      almanac.live(Duration.ofDays(50));

      Expected.matches(TRIAL, end(life), life);
    }
  }

  /** Of the charge after a trial, which asks the provider too, ChargeCrashTest shows the same. */
  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CRASH_BEFORE", "CRASH_AFTER"})
  void dyingAtAnyCallChangesNothing(Fault death) {
    int died = 0;
    try (Almanac almanac = Almanac.of("tollgate", START)) {
      for (int call = 1; call <= CALLS; call++) {
        int at = call;
        almanac.lifecycleDies(_ -> Script.at(at, death));
        Life life = almanac.signUpAlone();
        almanac.live(Duration.ofDays(15));

        assertThat(life.lines())
            .as(death + " at call " + at)
            .containsExactlyInAnyOrderElementsOf(Expected.of(TRIAL, end(life)));
        if (almanac.deaths() == died) {
          break; // no run is that long
        }
        died = almanac.deaths();
      }
    }
    assertThat(died).isGreaterThan(CALLS / 4);
  }

  private static Map<String, String> end(Life life) {
    return Map.of("end", life.day(Duration.ofDays(14)));
  }

  /** What came, in whatever order and at whatever time; a late mail says what is true by then. */
  private static List<String> whenever(List<String> lines) {
    return lines.stream()
        .map(line -> line.substring("day 00 00h  ".length()))
        .map(line -> line.replaceFirst("(ends|ended) (on .*|today|tomorrow)$", "ends"))
        .sorted()
        .toList();
  }
}
