/**
 * What a deployment sells and by which policies: plans, prices, meters, limits, features, trial,
 * sign-up, sessions, rate limits, modules. It owns the types and what must always hold between
 * them; where an edition comes from, and what the platform owner changes at run time, it does not
 * know.
 */
@NullMarked
package dev.tollgate.core.editions;

import org.jspecify.annotations.NullMarked;
