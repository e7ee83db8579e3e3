/**
 * The only room that speaks Stripe's API: it answers the core's ports with the unmodified client
 * and knows how the provider spells things. What they mean is decided in the core.
 */
@NullMarked
package dev.tollgate.stripe;

import org.jspecify.annotations.NullMarked;
