/**
 * The same request twice, answered once: what is remembered of a request that carries an
 * idempotency key, and how its answer is kept so that only who sent the request can read it.
 */
@NullMarked
package dev.tollgate.core.idempotency;

import org.jspecify.annotations.NullMarked;
