package dev.tollgate.core.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.quota.Marks;
import dev.tollgate.core.quota.Slot;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AskingTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "99, 1",
    "100, 1",
    "199, 1",
    "200, 2",
    "1000, 10",
    "10000, 100",
    "900000, 100"
  })
  void aBlockIsAHundredthAtLeastOneAndAtMostAHundred(long most, long block) {
    assertThat(Asking.first(counter(OptionalLong.of(most))).orElseThrow().calls()).isEqualTo(block);
  }

  @Test
  void whatIsUnlimitedIsAskedForByTheHundred() {
    assertThat(Asking.first(counter(OptionalLong.empty())).orElseThrow().calls()).isEqualTo(100);
  }

  @Test
  void whatIsNeverAllowedIsNeverAskedFor() {
    assertThat(Asking.first(counter(OptionalLong.of(0)))).isEmpty();
  }

  @Test
  void whatDoesNotFitIsAskedForAsTheRestAndThenOneByOne() {
    Asking first = Asking.first(counter(OptionalLong.of(1000))).orElseThrow();
    Asking rest = first.after(993).orElseThrow();
    assertThat(rest.calls()).isEqualTo(7);
    assertThat(rest.after(995).orElseThrow().calls()).isEqualTo(1);
    assertThat(rest.after(1000)).isEmpty();
    assertThat(first.after(1200)).as("after a downgrade").isEmpty();
  }

  private static CallCounter counter(OptionalLong most) {
    return new CallCounter.OfMeter(
        new TenantId("ten_" + "0".repeat(26)),
        new Slot.Within(Meter.API_CALLS, "2026-05-04", Instant.parse("2026-05-05T00:00:00Z")),
        most,
        Marks.NONE);
  }
}
