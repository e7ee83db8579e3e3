/** The stack's time: the wall clock plus an offset, for all and for single tenants. */
@NullMarked
package dev.tollgate.local.clock;

import org.jspecify.annotations.NullMarked;
