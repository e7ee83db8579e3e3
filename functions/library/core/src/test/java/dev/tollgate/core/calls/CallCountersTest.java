package dev.tollgate.core.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.RateLimit;
import dev.tollgate.core.editions.RateLimits;
import dev.tollgate.core.editions.RateRule;
import dev.tollgate.core.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallCountersTest {
  private static final TenantId TENANT = new TenantId("ten_" + "0".repeat(26));
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @ParameterizedTest
  @CsvSource({
    "2026-05-04T10:00:00Z, 2026-05-04T10:00:00Z",
    "2026-05-04T10:00:59.999Z, 2026-05-04T10:00:00Z",
    "2026-05-04T10:01:00Z, 2026-05-04T10:01:00Z",
    "1969-12-31T23:59:59Z, 1969-12-31T23:59:00Z"
  })
  void aWindowHoldsItsFirstMomentAndNotItsEnd(Instant now, Instant start) {
    assertThat(counters(new RateRule(60, MINUTE)).ofTenant(TENANT, now))
        .containsExactly(new CallCounter.OfTenant(TENANT, new RateRule(60, MINUTE), start));
  }

  @Test
  void ofTwoRulesOfOneLengthTheStricterCounts() {
    CallCounters counters =
        counters(new RateRule(60, MINUTE), new RateRule(30, MINUTE), new RateRule(90, MINUTE));
    assertThat(counters.ofTenant(TENANT, Instant.EPOCH))
        .singleElement()
        .satisfies(counter -> assertThat(counter.most()).hasValue(30));
  }

  private static CallCounters counters(RateRule... rules) {
    RateRule any = new RateRule(1, MINUTE);
    RateLimit limit = new RateLimit(any, any);
    return new CallCounters(
        new RateLimits(limit, limit, limit, limit, limit, List.of(rules), List.of()));
  }
}
