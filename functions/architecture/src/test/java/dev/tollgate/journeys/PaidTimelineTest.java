package dev.tollgate.journeys;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who pays: each invoice, what a failed renewal leads to, and the way back. */
class PaidTimelineTest {
  private static final String GOOD = "4242424242424242";
  private static final String FAILING = "4000000000000341";

  /** Fourteen days before a month's 31st, so that renewals fall on 29 February and on 31 March. */
  private static final Instant START = Instant.parse("2028-01-17T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "tollgate, starter, tollgate-paid",
    "rms, pro, rms-paid",
    "resolutionflow, pro, resolutionflow-paid",
    "inboxgrove, starter, inboxgrove-paid",
    "pathsix, starter, pathsix-paid",
    "pm33, team, pm33-paid"
  })
  void fromTheCheckoutToTheErasure(String edition, String plan, String expected) {
    try (Almanac almanac = Almanac.of(edition, START)) {
      Life life = almanac.signUp();
      almanac.live(Duration.ofDays(3));
      life.buys(plan, GOOD);
      almanac.live(Duration.ofDays(45));
      life.takesCard(FAILING);
      almanac.live(Duration.ofDays(44));
      life.paysByLink(GOOD);
      life.takesCard(GOOD);
      almanac.live(Duration.ofDays(28));
      life.leaves();
      almanac.live(Duration.ofDays(32));

      Expected.matches(expected, life);
    }
  }

  @Test
  void whoNeverPaysLosesThePlanStepByStep() {
    try (Almanac almanac = Almanac.of("tollgate", START)) {
      Life life = almanac.signUp();
      life.buys("starter", GOOD);
      almanac.live(Duration.ofDays(20));
      life.takesCard(FAILING);
      almanac.live(Duration.ofDays(100));

      Expected.matches("tollgate-owing", life);
    }
  }

  @Test
  void whoCancelsKeepsThePlanUntilThePeriodEnds() {
    try (Almanac almanac = Almanac.of("tollgate", START)) {
      Life life = almanac.signUp();
      life.buys("pro", GOOD);
      almanac.live(Duration.ofDays(20));
      life.cancels();
      almanac.live(Duration.ofDays(60));

      Expected.matches("tollgate-cancel", life);
    }
  }

  @Test
  void aFirstChargeThatFailedIsMadeGoodByItsMail() {
    try (Almanac almanac = Almanac.of("inboxgrove", START)) {
      Life life = almanac.signUp();
      almanac.live(Duration.ofDays(2));
      life.takesCard(FAILING);
      almanac.live(Duration.ofDays(5));
      almanac.live(Duration.ofHours(12));
      life.paysByLink(GOOD);
      almanac.live(Duration.ofDays(40));

      Expected.matches("inboxgrove-charge", life);
    }
  }
}
