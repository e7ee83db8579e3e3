/**
 * Subscriptions and their items: start, change, renewal, pause, end; what falls due for them; what
 * an invoice's outcome does to them. Periods follow the billing cycle anchor, which is never moved
 * by itself (flexible billing mode).
 */
@NullMarked
package dev.tollgate.stripelocal.subscriptions;

import org.jspecify.annotations.NullMarked;
