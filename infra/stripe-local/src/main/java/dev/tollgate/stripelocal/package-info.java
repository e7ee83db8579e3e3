/** A stateful server that speaks Stripe's wire protocol to Stripe's own, unmodified client. */
@NullMarked
package dev.tollgate.stripelocal;

import org.jspecify.annotations.NullMarked;
