package dev.tollgate.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who signs up and does nothing more: which mail on which day, and what is left in the end. */
class TrialTimelineTest {
  private static final String NOON = "2028-02-15T12:00:00Z";

  /**
   * Days are 24 hours: the same over 29 February, over the change to summer time in the account's
   * zone, from a month's 31st, at noon and at midnight.
   */
  @ParameterizedTest
  @CsvSource({
    NOON + ", 29 February 2028",
    "2028-02-15T00:00:00Z, 29 February 2028",
    "2028-03-20T00:00:00Z, 3 April 2028",
    "2028-05-31T12:00:00Z, 14 June 2028"
  })
  void theDefaultEditionFallsToItsFreePlan(String start, String end) {
    livesAsExpected("tollgate", "tollgate-trial", Map.of("end", end), start, 50);
  }

  @ParameterizedTest
  @CsvSource({
    "rms, rms-trial, 50",
    "resolutionflow, resolutionflow-trial, 50",
    "inboxgrove, inboxgrove-trial, 20",
    "pathsix, pathsix-free, 50",
    "pm33, pm33-unpaid, 50"
  })
  void eachEditionByItsPolicy(String edition, String expected, int days) {
    livesAsExpected(edition, expected, Map.of(), NOON, days);
  }

  @Test
  void theOtherPolicyOfRmsLocksAfterItsGrace() {
    String locking =
        EditionText.of(
            "rms",
            "    kind: free_tier\n    plan: free\n",
            "    kind: read_only_lock\n    grace: P3D\n");

    livesAsExpected(locking, "rms-lock", Map.of(), NOON, 50);
  }

  private static void livesAsExpected(
      String edition, String expected, Map<String, String> values, String start, int days) {
    try (Almanac almanac = Almanac.of(edition, Instant.parse(start))) {
      Life life = almanac.signUp();
      almanac.live(Duration.ofDays(days));

      Expected.matches(expected, values, life);
    }
  }
}
