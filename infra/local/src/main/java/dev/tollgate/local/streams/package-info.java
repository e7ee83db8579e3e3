/** The table's stream: read in order, filtered, batched, retried and never skipped in silence. */
@NullMarked
package dev.tollgate.local.streams;

import org.jspecify.annotations.NullMarked;
