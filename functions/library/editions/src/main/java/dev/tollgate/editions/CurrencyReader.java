package dev.tollgate.editions;

import java.util.Currency;
import java.util.Optional;

/** Reads an ISO 4217 code of a currency in which something can have a price. */
final class CurrencyReader {
  /** Stands for one that could not be read, so that what follows is still looked at. */
  static final Currency TO_READ_ON = Currency.getInstance("EUR");

  private CurrencyReader() {}

  static Optional<Currency> read(Value value) {
    Optional<String> code = value.text();
    Optional<Currency> currency =
        code.flatMap(
            text ->
                Currency.getAvailableCurrencies().stream()
                    .filter(each -> each.getCurrencyCode().equals(text))
                    // Gold and its like have no minor unit.
                    .filter(each -> each.getDefaultFractionDigits() >= 0)
                    .findFirst());
    code.ifPresent(
        text -> value.check(currency.isPresent(), "'" + text + "' is no ISO 4217 currency code"));
    return currency;
  }
}
