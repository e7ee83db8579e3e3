/**
 * Tenants that a deployment's owner marked to try things out with: each has a time of its own,
 * which only ever runs ahead of everybody's. Who may be marked, how a clock is turned, and the
 * journey to where it was turned, stop by stop. What a sandbox does when something is due belongs
 * to {@code lifecycle}, as everybody's.
 */
@NullMarked
package dev.tollgate.core.sandbox;

import org.jspecify.annotations.NullMarked;
