/**
 * Money from cards: payment methods, payment and setup intents, charges, refunds and disputes. What
 * a card does is decided by its number alone, as in Stripe's sandbox. Knows invoices only through
 * {@link dev.tollgate.stripelocal.invoices.Collecting}; who else waits for an intent is an {@link
 * dev.tollgate.stripelocal.payments.IntentWatcher}.
 */
@NullMarked
package dev.tollgate.stripelocal.payments;

import org.jspecify.annotations.NullMarked;
