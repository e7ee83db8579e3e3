package dev.tollgate.editions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.RateLimit;
import dev.tollgate.core.editions.RateLimits;
import dev.tollgate.core.editions.RateRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedRateLimitsTest {
  private static final List<RateRule> PER_ADDRESS =
      List.of(new RateRule(600, Duration.ofMinutes(1)));

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void pathsixAllowsFiveLoginsAMinuteAndThreeOfTheRestInFive() {
    RateLimit three = limit(3, 3, FIVE_MINUTES);
    assertThat(EditionFiles.load("pathsix").rateLimits())
        .isEqualTo(
            new RateLimits(
                limit(5, 5, MINUTE),
                three,
                three,
                three,
                limit(5, 50, HOUR),
                List.of(),
                PER_ADDRESS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tollgate", "pm33", "rms", "resolutionflow"})
  void theOthersAreGenerousButForFiveSalesLeadsAnHour(String name) {
    assertThat(EditionFiles.load(name).rateLimits()).isEqualTo(generous(List.of()));
  }

  @Test
  void inboxgroveAlsoCountsATenantsRequests() {
    assertThat(EditionFiles.load("inboxgrove").rateLimits())
        .isEqualTo(generous(List.of(new RateRule(60, MINUTE), new RateRule(1000, HOUR))));
  }

  private static RateLimits generous(List<RateRule> apiPerTenant) {
    return new RateLimits(
        limit(30, 10, MINUTE),
        limit(30, 30, FIVE_MINUTES),
        limit(10, 3, FIVE_MINUTES),
        limit(10, 3, FIVE_MINUTES),
        limit(5, 50, HOUR),
        apiPerTenant,
        PER_ADDRESS);
  }

  private static RateLimit limit(int perAddress, int perEmail, Duration window) {
    return new RateLimit(new RateRule(perAddress, window), new RateRule(perEmail, window));
  }
}
