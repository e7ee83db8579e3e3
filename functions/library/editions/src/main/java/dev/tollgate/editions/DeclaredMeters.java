package dev.tollgate.editions;

import dev.tollgate.core.editions.Enforcement;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.MeterKind;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.editions.MeterUnit;
import dev.tollgate.core.editions.OverLimit;
import dev.tollgate.core.editions.Period;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** The meters that the file names, each with its policy where that could be read. */
record DeclaredMeters(SequencedMap<String, Optional<MeterPolicy>> byKey) {
  private static final Map<String, MeterKind> KINDS =
      Map.of(
          "level", new MeterKind.Gauge(),
          "per_day", new MeterKind.Counter(Period.DAY),
          "per_month", new MeterKind.Counter(Period.MONTH),
          "per_billing_month", new MeterKind.Counter(Period.BILLING_MONTH),
          "last_24_hours", new MeterKind.Counter(Period.ROLLING_24_HOURS));

  static DeclaredMeters read(Value value, Currency currency) {
    SequencedMap<String, Optional<MeterPolicy>> all = new LinkedHashMap<>();
    value.fields().named().forEach((key, each) -> all.put(key, readOne(key, each, currency)));
    return new DeclaredMeters(all);
  }

  private static Optional<MeterPolicy> readOne(String key, Value value, Currency currency) {
    Fields in = value.fields();
    Optional<String> displayName = in.at("display_name").text();
    Optional<MeterKind> kind =
        in.at("counts")
            .oneOf(KINDS.keySet().stream())
            .map(word -> Objects.requireNonNull(KINDS.get(word)));
    Optional<MeterUnit> unit = in.at("unit").oneOf(MeterUnit.class);
    Optional<Enforcement> enforcement = in.at("enforcement").oneOf(Enforcement.class);
    Optional<OptionalLong> unitPrice = Quantities.optionalMoney(in.at("unit_price"), currency);
    Optional<String> overLimit = in.at("over_limit").oneOf(overLimits());
    return in.build(
        () ->
            new MeterPolicy(
                new Meter(key),
                displayName.orElseThrow(),
                kind.orElseThrow(),
                unit.orElseThrow(),
                enforcement.orElseThrow(),
                unitPrice.orElseThrow(),
                overLimit(overLimit.orElseThrow())));
  }

  /** Empty for the word "none". */
  private static Optional<OverLimit> overLimit(String word) {
    return Arrays.stream(OverLimit.values())
        .filter(policy -> policy.wireName().equals(word))
        .findFirst();
  }

  private static Stream<String> overLimits() {
    return Stream.concat(
        Stream.of("none"), Arrays.stream(OverLimit.values()).map(OverLimit::wireName));
  }

  SequencedSet<String> keys() {
    return byKey.sequencedKeySet();
  }

  /** Bytes where it could not be read: their limits may be written in every way there is. */
  MeterUnit unit(String key) {
    return read(key).map(MeterPolicy::unit).orElse(MeterUnit.BYTES);
  }

  /** Empty where it could not be read, which was reported. */
  Optional<Meter> meter(String key) {
    return read(key).map(MeterPolicy::meter);
  }

  boolean overflowIsBilled() {
    return byKey.values().stream()
        .flatMap(Optional::stream)
        .anyMatch(policy -> policy.enforcement() == Enforcement.OVERAGE);
  }

  List<MeterPolicy> policies() {
    return byKey.values().stream().flatMap(Optional::stream).toList();
  }

  private Optional<MeterPolicy> read(String key) {
    return Stream.ofNullable(byKey.get(key)).flatMap(Optional::stream).findFirst();
  }
}
