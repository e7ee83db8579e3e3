package dev.tollgate.local.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.local.tour.Timeline.Kind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Instant NOON = Instant.parse("2028-02-28T12:00:00.700Z");

  private final Timeline timeline = new Timeline();

  @Test
  void tellsInTheOrderOfTimeAndNamesEachDayOnce() {
    timeline.add(NOON.plus(Duration.ofDays(2)), Kind.STATE, "trialing pro -> active free");
    timeline.add(NOON, Kind.DOES, "signs up");
    timeline.add(NOON.plus(Duration.ofHours(47)), Kind.MAIL, "\"Your trial ends\"");
    timeline.add(NOON.plus(Duration.ofDays(2)), Kind.MONEY, "paid 49.00 USD");

    assertThat(timeline.printed())
        .containsExactly(
            "day 0    Mon 2028-02-28 12:00  does    signs up",
            "day 1    Wed 2028-03-01 11:00  mail    \"Your trial ends\"",
            "day 2    Wed 2028-03-01 12:00  state   trialing pro -> active free",
            "         Wed 2028-03-01 12:00  money   paid 49.00 USD");
    assertThat(timeline.days()).isEqualTo(2);
  }

  @Test
  void whatIsOfOneSecondStandsAsItWasFoundOut() {
    timeline.add(NOON, Kind.DOES, "buys");
    timeline.add(NOON.minusMillis(600), Kind.MONEY, "paid");

    assertThat(timeline.lines()).extracting(Timeline.Line::text).containsExactly("buys", "paid");
  }

  @Test
  void noLineIsWiderThanATerminal() {
    timeline.add(NOON, Kind.MAIL, "x".repeat(200));

    assertThat(timeline.printed().getFirst()).hasSize(110).endsWith("...");
  }
}
