package dev.tollgate.stripelocal.checkout;

import dev.tollgate.stripelocal.payments.CardDetails;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer writes on the page.
 *
 * @param card null where the page asks for none
 * @param delayed the card stands for a bank account whose debit comes later, or comes back
 * @param email null when the session knows it
 * @param name null when not given
 */
record Buyer(
    @Nullable CardDetails card, boolean delayed, @Nullable String email, @Nullable String name) {}
