/**
 * The stack that {@code template.yaml} describes, on a laptop: real servers, a gateway, triggers
 * and a clock that can be moved, all in one process.
 */
@NullMarked
package dev.tollgate.local;

import org.jspecify.annotations.NullMarked;
