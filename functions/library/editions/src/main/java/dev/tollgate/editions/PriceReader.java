package dev.tollgate.editions;

import dev.tollgate.core.editions.Price;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads a price: one of two words, or amounts by the month and by the year. */
final class PriceReader {
  private PriceReader() {}

  static Optional<Price> read(Value value, Optional<Currency> currency) {
    if (value.node() instanceof ScalarNode) {
      return value
          .oneOf(Stream.of("free", "by_agreement"))
          .map(word -> word.equals("free") ? new Price.Free() : new Price.ByAgreement());
    }
    Fields in = value.fields();
    Value month = in.at("month");
    Value year = in.at("year");
    Optional<Long> monthly = currency.flatMap(known -> Quantities.money(month, known));
    Optional<OptionalLong> annual =
        currency.flatMap(known -> Quantities.optionalMoney(year, known));
    Optional<String> per = in.at("per").oneOf(Stream.of("seat", "tenant"));
    if (currency.isEmpty()) {
      return Optional.empty(); // reported; an amount has no meaning without it
    }
    return in.build(
        () ->
            new Price.Monthly(
                monthly.orElseThrow(), annual.orElseThrow(), per.orElseThrow().equals("seat")));
  }
}
