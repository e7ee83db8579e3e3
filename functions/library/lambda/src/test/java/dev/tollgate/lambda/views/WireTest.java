package dev.tollgate.lambda.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Price;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WireTest {
  @Test
  void aHairBelowTheLimitIsNotAHundredPercent() {
    assertThat(Wire.percentage(9_999_999, new Limit.AtMost(10_000_000))).isEqualTo(99.9);
    assertThat(Wire.percentage(10_000_000, new Limit.AtMost(10_000_000))).isEqualTo(100);
    assertThat(Wire.percentage(Long.MAX_VALUE - 1, new Limit.AtMost(Long.MAX_VALUE)))
        .isEqualTo(99.9);
    assertThat(Wire.percentage(501, new Limit.AtMost(500))).isEqualTo(100.2);
  }

  @Test
  void nothingIsLeftOfNothing() {
    assertThat(Wire.percentage(0, new Limit.AtMost(0))).isEqualTo(100);
  }

  @Test
  void whatIsUnlimitedOrAgreedOnIsNull() {
    assertThat(Wire.percentage(5, new Limit.Unlimited())).isNull();
    assertThat(Wire.number(new Limit.Unlimited())).isNull();
    assertThat(Wire.monthly(new Price.ByAgreement())).isNull();
    assertThat(Wire.annual(new Price.Free())).isNull();
    assertThat(Wire.annual(new Price.Monthly(900, OptionalLong.empty(), true))).isNull();
  }

  @Test
  void whatIsFreeCostsNothing() {
    assertThat(Wire.monthly(new Price.Free())).isZero();
  }
}
