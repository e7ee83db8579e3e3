package dev.tollgate.core.kernel;

import java.util.Currency;
import java.util.Locale;

/**
 * An amount in minor units of its currency: cents, paise, or whole yen.
 *
 * @param minor may be negative where money goes back
 * @param currency ISO 4217 in upper case
 */
public record Money(long minor, String currency) {
  public Money {
    if (!currency.equals(currency.toUpperCase(Locale.ROOT))) {
      throw new IllegalArgumentException("a currency is written in upper case");
    }
  }

  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("two currencies cannot be added");
    }
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }

  /** How many digits the currency has after the point: 2 for USD and INR, 0 for JPY. */
  public int digits() {
    return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }
}
