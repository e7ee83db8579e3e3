/** Stripe's stand-in as a part of the stack: on its clock, in its journeys, with its plans. */
@NullMarked
package dev.tollgate.local.stripe;

import org.jspecify.annotations.NullMarked;
