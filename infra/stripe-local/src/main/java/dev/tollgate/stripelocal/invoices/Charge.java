package dev.tollgate.stripelocal.invoices;

import java.math.BigDecimal;

/**
 * One line's worth of a price: so many units at so much, in cents, rounded once.
 *
 * @param unit cents per unit, which may have decimals
 * @param remark what distinguishes the line from others of the same price, such as {@code Tier 2};
 *     may be empty
 */
public record Charge(long quantity, BigDecimal unit, long amount, String remark) {}
