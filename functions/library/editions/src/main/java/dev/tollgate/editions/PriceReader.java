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

  static Optional<Price> read(Value value, Currency currency) {
    if (value.node() instanceof ScalarNode) {
      return value
          .oneOf(Stream.of("free", "by_agreement"))
          .<Price>map(word -> word.equals("free") ? new Price.Free() : new Price.ByAgreement());
    }
    Fields in = value.fields();
    Optional<Long> monthly = Quantities.money(in.at("month"), currency);
    Optional<OptionalLong> annual = Quantities.optionalMoney(in.at("year"), currency);
    Optional<String> per = in.at("per").oneOf(Stream.of("seat", "tenant"));
    return in.build(
        () ->
            new Price.Monthly(
                monthly.orElseThrow(), annual.orElseThrow(), per.orElseThrow().equals("seat")));
  }
}
