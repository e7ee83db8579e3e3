package dev.tollgate.stripelocal.invoices;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts in the smallest unit of a currency: how they round and how the wire writes them. */
public final class Money {
  /**
   * Below this, in cents, a card is not charged: the amount is carried to the customer's balance.
   */
  public static final long SMALLEST_CHARGE = 50;

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

  /** A decimal as the wire writes it: {@code 8}, {@code 0.25}. */
  static String decimal(BigDecimal cents) {
    return cents.signum() == 0 ? "0" : cents.stripTrailingZeros().toPlainString();
  }
}
