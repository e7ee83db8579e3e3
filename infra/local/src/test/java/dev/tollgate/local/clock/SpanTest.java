package dev.tollgate.local.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
  private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "P14D, 2026-02-14T10:00:00Z",
    "PT90S, 2026-01-31T10:01:30Z",
    "P1DT2H, 2026-02-01T12:00:00Z",
    "P1W, 2026-02-07T10:00:00Z",
    "P1M, 2026-02-28T10:00:00Z",
    "P1Y, 2027-01-31T10:00:00Z",
    "PT0.5S, 2026-01-31T10:00:00.500Z",
  })
  void isoDurationsAreCountedInUtc(String text, Instant expected) {
    assertThat(Span.parse(text).flatMap(span -> span.after(START))).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "P", "PT", "P0D", "PT0S", "-P1D", "P-1D", "PT-1S", "14", "P1X", "P1DT", "x"})
  void whatDoesNotLeadForwardIsNone(String text) {
    assertThat(Span.parse(text)).isEmpty();
  }

  @Test
  void aSpanBeyondAllTimeLeadsNowhere() {
    assertThat(Span.parse("P2147483647Y").flatMap(span -> span.after(START))).isEmpty();
    assertThat(Span.parse("PT9223372036854775807S").flatMap(span -> span.after(START))).isEmpty();
  }
}
