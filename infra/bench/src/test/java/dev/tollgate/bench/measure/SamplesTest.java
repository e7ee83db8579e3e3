package dev.tollgate.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void percentilesAreFiguresThatWereSeen() {
    Samples hundred = new Samples(LongStream.rangeClosed(1, 100).boxed().toList());
    assertThat(hundred.median()).isEqualTo(50);
    assertThat(hundred.percentile(99)).isEqualTo(99);
    assertThat(hundred.percentile(0)).isEqualTo(1);
    assertThat(hundred.percentile(100)).isEqualTo(100);
  }

  @Test
  void theMedianOfNineIsTheFifth() {
    assertThat(new Samples(List.of(9L, 1L, 8L, 2L, 7L, 3L, 6L, 4L, 5L)).median()).isEqualTo(5);
  }

  @Test
  void nothingHasNoMedian() {
    assertThatThrownBy(() -> new Samples(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
