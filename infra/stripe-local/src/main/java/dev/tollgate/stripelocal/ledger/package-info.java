/**
 * The state of the stand-in: objects as they go over the wire, changed by one {@link
 * dev.tollgate.stripelocal.ledger.Work} at a time, journaled, with the agenda of what falls due.
 * Knows nothing of HTTP.
 */
@NullMarked
package dev.tollgate.stripelocal.ledger;

import org.jspecify.annotations.NullMarked;
