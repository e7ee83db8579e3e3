package dev.tollgate.core.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Enforcement;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.MeterKind;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.editions.MeterUnit;
import dev.tollgate.core.editions.OverLimit;
import dev.tollgate.core.editions.Period;
import dev.tollgate.core.entitlements.LimitRight;
import dev.tollgate.core.entitlements.Source;
import dev.tollgate.core.entitlements.Why;
import dev.tollgate.core.kernel.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  private static final Meter TREES = new Meter("trees");
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final MeterKind LEVEL = new MeterKind.Gauge();

  private final Choice oakAndElm = new Choice(TREES, List.of("oak", "elm"));

  @Test
  void upToTheLimitEverythingCanBeChanged() {
    MeterState state = state(LEVEL, Optional.of(OverLimit.CHOOSE), 2, 2);
    assertThat(state.mayChange("ash", Choice.none(TREES))).isTrue();
    assertThat(state.isReadOnly()).isFalse();
  }

  @Test
  void overItOnlyWhatWasChosenCanBe() {
    MeterState state = state(LEVEL, Optional.of(OverLimit.CHOOSE), 3, 2);
    assertThat(state.isReadOnly()).isTrue();
    assertThat(state.mayChange("oak", oakAndElm)).isTrue();
    assertThat(state.mayChange("ash", oakAndElm)).isFalse();
    assertThat(state.mayChange("oak", Choice.none(TREES))).isFalse();
  }

  @Test
  void aChoiceThatIsLongerThanTheLimitByNowCountsFromItsBeginning() {
    MeterState state = state(LEVEL, Optional.of(OverLimit.CHOOSE), 3, 1);
    assertThat(state.mayChange("oak", oakAndElm)).isTrue();
    assertThat(state.mayChange("elm", oakAndElm)).isFalse();
    assertThat(state(LEVEL, Optional.of(OverLimit.CHOOSE), 3, 0).mayChange("oak", oakAndElm))
        .isFalse();
  }

  @Test
  void whereNothingIsChosenByPolicyAChoiceHasNoWeight() {
    MeterState state = state(LEVEL, Optional.of(OverLimit.KEEP_READ_ONLY), 3, 2);
    assertThat(state.mayChange("oak", oakAndElm)).isFalse();
  }

  @Test
  void whatACounterCountedIsNeverReadOnly() {
    MeterState state = state(new MeterKind.Counter(Period.MONTH), Optional.empty(), 3, 2);
    assertThat(state.isReadOnly()).isFalse();
  }

  @Test
  void aChoiceSaysEverythingThatIsWrongWithIt() {
    assertThat(oakAndElm.broken(OptionalLong.of(2))).isEmpty();
    assertThat(oakAndElm.broken(OptionalLong.empty())).isEmpty();
    assertThat(oakAndElm.broken(OptionalLong.of(1)))
        .containsExactly(new Violation("keep", "must be at most 1"));
    assertThat(
            new Choice(TREES, List.of("oak", "oak", " ", "x".repeat(101)))
                .broken(OptionalLong.of(4)))
        .containsExactly(
            new Violation("keep", "must be ids of 1 to 100 characters"),
            new Violation("keep", "names something twice"));
    assertThat(
            new Choice(TREES, IntStream.range(0, 1_001).mapToObj(Integer::toString).toList())
                .broken(OptionalLong.empty()))
        .containsExactly(new Violation("keep", "must be at most 1000"));
  }

  private static MeterState state(
      MeterKind kind, Optional<OverLimit> overLimit, long used, long limit) {
    MeterPolicy policy =
        new MeterPolicy(
            TREES,
            "trees",
            kind,
            MeterUnit.ITEMS,
            Enforcement.HARD,
            OptionalLong.empty(),
            overLimit);
    Why why = new Why(Source.PLAN, "free", NOW, Optional.empty(), Optional.empty());
    return new MeterState(
        new LimitRight(policy, new Limit.AtMost(limit), Enforcement.HARD, why),
        new Slot.Level(TREES),
        used);
  }
}
