package dev.tollgate.stripelocal.invoices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Amounts in the smallest unit of a currency: how they round and how they are written in
 * descriptions.
 */
public final class Money {
  /**
   * Below this, in cents, a card is not charged: the amount is carried to the customer's balance.
   */
  public static final long SMALLEST_CHARGE = 50;

  private static final int CENTS = 2;

  private Money() {}

  /** Half up by size: a credit is the mirror image of the same debit. */
  static long rounded(BigDecimal amount) {
    return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** The part of an amount that falls to {@code part} of {@code whole} seconds. */
  public static long share(long amount, long part, long whole) {
    if (whole == 0) {
      return 0;
    }
    return BigDecimal.valueOf(amount)
        .multiply(BigDecimal.valueOf(part))
        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** {@code $49.00}, {@code 49.00 EUR}; parts of a cent stay visible. */
  static String words(BigDecimal cents, String currency) {
    BigDecimal units = cents.movePointLeft(CENTS).stripTrailingZeros();
    String number = units.setScale(Math.max(CENTS, units.scale())).toPlainString();
    return currency.equals("usd") ? "$" + number : number + " " + currency.toUpperCase(Locale.ROOT);
  }

  /** A decimal as the wire writes it: {@code 8}, {@code 0.25}. */
  static String decimal(BigDecimal cents) {
    return cents.signum() == 0 ? "0" : cents.stripTrailingZeros().toPlainString();
  }
}
