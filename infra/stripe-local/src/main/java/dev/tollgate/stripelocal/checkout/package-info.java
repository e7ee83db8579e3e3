/**
 * Checkout: sessions, the hosted page where a buyer pays, and what completing one brings about. A
 * subscription is made after its payment has succeeded, so a refused card leaves none.
 */
@NullMarked
package dev.tollgate.stripelocal.checkout;

import org.jspecify.annotations.NullMarked;
