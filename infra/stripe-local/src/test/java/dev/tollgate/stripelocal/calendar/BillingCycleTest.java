package dev.tollgate.stripelocal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.stripelocal.calendar.Interval.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BillingCycleTest {
  @Test
  void anAnchorOnThe31stBillsOnTheLastDayOfShorterMonthsAndReturnsToThe31st() {
    BillingCycle cycle = monthly("2028-01-31T10:00:00Z");

    assertThat(ends(cycle, "2028-01-31T10:00:00Z", 5))
        .containsExactly(
            "2028-02-29T10:00:00Z",
            "2028-03-31T10:00:00Z",
            "2028-04-30T10:00:00Z",
            "2028-05-31T10:00:00Z",
            "2028-06-30T10:00:00Z");
  }

  @Test
  void aYearlyAnchorOnTheLeapDayBillsOnThe28thUntilTheNextLeapYear() {
    BillingCycle cycle = new BillingCycle(at("2028-02-29T00:00:00Z"), new Interval(Unit.YEAR, 1));

    assertThat(ends(cycle, "2028-02-29T00:00:00Z", 4))
        .containsExactly(
            "2029-02-28T00:00:00Z",
            "2030-02-28T00:00:00Z",
            "2031-02-28T00:00:00Z",
            "2032-02-29T00:00:00Z");
  }

  @Test
  void aBoundaryBelongsToThePeriodItOpens() {
    BillingCycle cycle = monthly("2026-08-15T12:00:00Z");
    long boundary = at("2026-09-15T12:00:00Z");

    assertThat(cycle.around(boundary).start()).isEqualTo(boundary);
    assertThat(cycle.around(boundary - 1).end()).isEqualTo(boundary);
  }

  @Test
  void aMomentBeforeTheAnchorLiesInThePeriodThatLeadsToIt() {
    BillingCycle cycle = monthly("2026-08-31T00:00:00Z");

    assertThat(cycle.around(at("2026-08-10T00:00:00Z")))
        .isEqualTo(new Period(at("2026-07-31T00:00:00Z"), at("2026-08-31T00:00:00Z")));
  }

  @Test
  void threeMonthsAreOnePeriod() {
    BillingCycle cycle = new BillingCycle(at("2026-11-30T00:00:00Z"), new Interval(Unit.MONTH, 3));

    assertThat(ends(cycle, "2026-11-30T00:00:00Z", 2))
        .containsExactly("2027-02-28T00:00:00Z", "2027-05-30T00:00:00Z");
  }

  private static BillingCycle monthly(String anchor) {
    return new BillingCycle(at(anchor), new Interval(Unit.MONTH, 1));
  }

  private static List<String> ends(BillingCycle cycle, String from, int count) {
    List<String> ends = new ArrayList<>();
    long at = at(from);
    for (int i = 0; i < count; i++) {
      at = cycle.around(at).end();
      ends.add(Instant.ofEpochSecond(at).toString());
    }
    return ends;
  }

  private static long at(String instant) {
    return Instant.parse(instant).getEpochSecond();
  }
}
