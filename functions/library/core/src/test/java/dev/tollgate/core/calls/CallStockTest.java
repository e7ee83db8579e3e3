package dev.tollgate.core.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.calls.CallBlocks.Leasing;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.RateRule;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.quota.Marks;
import dev.tollgate.core.quota.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class CallStockTest {
  private static final TenantId TENANT = new TenantId("ten_" + "0".repeat(26));
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  private final List<List<CallBlock>> asked = new ArrayList<>();
  private final Deque<Leasing> outcomes = new ArrayDeque<>();
  private final CallStock stock = new CallStock(this::lease);

  @Test
  void aBlockIsHandedOutBeforeAnotherIsLeased() {
    for (int i = 0; i < 20; i++) {
      assertThat(take(window(1000))).isInstanceOf(Taking.Taken.class);
    }
    assertThat(asked).hasSize(2);
  }

  @Test
  void onlyWhatHasRunOutIsLeasedAgain() {
    take(window(1000), hour(100));
    take(window(1000), hour(100));
    assertThat(asked)
        .containsExactly(
            List.of(new CallBlock(window(1000), 10), new CallBlock(hour(100), 1)),
            List.of(new CallBlock(hour(100), 1)));
  }

  @Test
  void aRefusalTakesNothingOfWhatIsThere() {
    take(window(1000), hour(100));
    outcomes.add(new Leasing.NoRoom(Map.of(hour(100), 100L)));

    Taking refused = take(window(1000), hour(100));
    assertThat(refused)
        .isEqualTo(
            new Taking.Refused(
                List.of(new Taking.Full(hour(100), 100)),
                List.of(new Taking.Left(window(1000), 9), new Taking.Left(hour(100), 0))));
    assertThat(((Taking.Refused) refused).wait(NOW)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aMeterThatIsFullIsNotAskedForAgainAtOnceThoughEachRequestReadsItsLimitAnew() {
    CallCounter full = meter(100, NOW);
    outcomes.add(new Leasing.NoRoom(Map.of(full, 100L)));
    take(full);

    assertThat(take(meter(100, NOW.plusMillis(1)))).isInstanceOf(Taking.Refused.class);
    assertThat(asked).as("a flood is answered from memory").hasSize(1);
    assertThat(take(meter(200, NOW.plusMillis(2)))).isInstanceOf(Taking.Taken.class);
    assertThat(asked).as("of another limit nothing is known").hasSize(2);
  }

  @Test
  void anUnknownOutcomeHandsOutNothingAndTheNextCallAsksAgain() {
    CallStock broken =
        new CallStock(
            _ -> {
              throw new Unavailable("down");
            });
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> broken.ofTenant(TENANT, List.of(window(100)), NOW))
          .isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void itForgetsWhoCalledLongestAgo() {
    CallStock.Shelves<Integer> shelves = new CallStock.Shelves<>(this::lease, 2);
    Shelf first = shelves.of(1);
    shelves.of(2);
    assertThat(shelves.of(1)).isSameAs(first);
    shelves.of(3);
    assertThat(shelves.size()).isEqualTo(2);
    assertThat(shelves.of(1)).isSameAs(first);
  }

  @Test
  void addressesAreNoTenants() {
    take(window(1000));
    stock.ofAddress(
        Fingerprint.of("x"),
        List.of(
            new CallCounter.OfAddress(
                Fingerprint.of("x"), new RateRule(1000, Duration.ofMinutes(1)), NOW)),
        NOW);
    assertThat(asked).hasSize(2);
  }

  private Leasing lease(List<CallBlock> blocks) {
    asked.add(
        blocks.stream().sorted(java.util.Comparator.comparing(block -> -block.calls())).toList());
    Leasing outcome = outcomes.poll();
    return outcome == null ? new Leasing.Leased() : outcome;
  }

  private Taking take(CallCounter... counters) {
    return stock.ofTenant(TENANT, List.of(counters), NOW);
  }

  private static CallCounter window(int limit) {
    return new CallCounter.OfTenant(TENANT, new RateRule(limit, Duration.ofMinutes(1)), NOW);
  }

  private static CallCounter hour(int limit) {
    return new CallCounter.OfTenant(TENANT, new RateRule(limit, Duration.ofHours(1)), NOW);
  }

  private static CallCounter meter(long most, Instant readAt) {
    return new CallCounter.OfMeter(
        TENANT,
        new Slot.Within(Meter.API_CALLS, "2026-05-04", Instant.parse("2026-05-05T00:00:00Z")),
        OptionalLong.of(most),
        new Marks(List.of(), Marks.NONE.news(), readAt));
  }
}
