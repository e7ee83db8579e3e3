/** Carries messages from the outbox to their consumers' queues, at least once and in no order. */
@NullMarked
package dev.tollgate.relay;

import org.jspecify.annotations.NullMarked;
