/** The harness, tried on the bare handler. */
@NullMarked
package dev.tollgate.bench.runtime;

import org.jspecify.annotations.NullMarked;
