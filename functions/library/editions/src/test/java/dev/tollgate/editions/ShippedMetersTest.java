package dev.tollgate.editions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.MeterKind;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.editions.OverLimit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedMetersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tollgate       | api_calls DAY, customers level, domains level, emails MONTH, \
          inboxes level, invoices MONTH, operations MONTH, records level, storage_bytes level, \
          users level
          pathsix        | api_calls DAY, emails MONTH, records level, storage_bytes level, \
          users level
          pm33           | operations BILLING_MONTH
          rms            | customers level, invoices MONTH, users level
          resolutionflow | ai_builds MONTH, ai_builds_24h ROLLING_24_HOURS, sessions MONTH, \
          trees level, users level
          inboxgrove     | api_calls BILLING_MONTH, domains level, inboxes level
          """)
  void aMeterHoldsALevelOrRestarts(String name, String expected) {
    assertThat(meters(name, policy -> kind(policy.kind()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tollgate       | api_calls HARD, customers READ_ONLY_OVER_LIMIT, \
          domains READ_ONLY_OVER_LIMIT, emails HARD, inboxes READ_ONLY_OVER_LIMIT, \
          invoices HARD, operations HARD, records READ_ONLY_OVER_LIMIT, \
          storage_bytes READ_ONLY_OVER_LIMIT, users READ_ONLY_OVER_LIMIT
          pathsix        | api_calls HARD, emails HARD, records READ_ONLY_AT_LIMIT, \
          storage_bytes READ_ONLY_AT_LIMIT, users HARD
          pm33           | operations OVERAGE
          rms            | customers READ_ONLY_OVER_LIMIT, invoices HARD, users READ_ONLY_OVER_LIMIT
          resolutionflow | ai_builds HARD, ai_builds_24h HARD, sessions HARD, trees HARD, users HARD
          inboxgrove     | api_calls HARD, domains HARD, inboxes HARD
          """)
  void aLimitBlocksOrIsBilled(String name, String expected) {
    assertThat(meters(name, policy -> policy.enforcement().name())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tollgate       | api_calls none, customers keep_read_only, domains keep_read_only, \
          emails none, inboxes keep_read_only, invoices none, operations none, \
          records keep_read_only, storage_bytes keep_read_only, users keep_read_only
          pathsix        | api_calls none, emails none, records keep_read_only, \
          storage_bytes keep_read_only, users keep_read_only
          pm33           | operations none
          rms            | customers keep_read_only, invoices none, users keep_read_only
          resolutionflow | ai_builds none, ai_builds_24h none, sessions none, trees choose, \
          users keep_read_only
          inboxgrove     | api_calls none, domains keep_read_only, inboxes keep_read_only
          """)
  void whatIsOverALevelsLimitStaysOrIsChosen(String name, String expected) {
    assertThat(meters(name, policy -> policy.overLimit().map(OverLimit::wireName).orElse("none")))
        .isEqualTo(expected);
  }

  @Test
  void anOperationIsWorthEightCents() {
    assertThat(price("pm33")).isEqualTo("operations 8");
    assertThat(price("tollgate")).isEqualTo("operations 8");
  }

  @Test
  void storageIsTheOnlyMeterInBytes() {
    assertThat(meters("tollgate", policy -> policy.unit().name()))
        .contains("storage_bytes BYTES")
        .containsOnlyOnce("BYTES");
  }

  @Test
  void overageIsSwitchedOffInTheFileAndTheLimitIsThenHard() {
    String switchedOff = Shipped.text("pm33").replace("enforcement: overage", "enforcement: hard");
    assertThat(
            EditionFiles.parse("pm33.yaml", switchedOff).meters().getFirst().enforcement().name())
        .isEqualTo("HARD");
  }

  private static String price(String name) {
    return EditionFiles.load(name).meters().stream()
        .filter(policy -> policy.unitPriceCents().isPresent())
        .map(policy -> policy.meter().key() + " " + policy.unitPriceCents().getAsLong())
        .collect(Collectors.joining(", "));
  }

  private static String meters(String name, Function<MeterPolicy, String> told) {
    return EditionFiles.load(name).meters().stream()
        .map(policy -> policy.meter().key() + " " + told.apply(policy))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String kind(MeterKind kind) {
    return switch (kind) {
      case MeterKind.Gauge() -> "level";
      case MeterKind.Counter counter -> counter.period().name();
    };
  }
}
