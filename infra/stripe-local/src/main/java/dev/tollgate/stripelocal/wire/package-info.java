/**
 * Stripe's wire protocol: HTTP, forms, authentication, the strict parameter check, idempotency,
 * lists, expansion and the error envelope. Knows nothing of what an operation means.
 */
@NullMarked
package dev.tollgate.stripelocal.wire;

import org.jspecify.annotations.NullMarked;
