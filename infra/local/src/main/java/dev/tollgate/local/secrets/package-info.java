/** Secrets of the local stack: made on first use, kept with its other data, worth nothing. */
@NullMarked
package dev.tollgate.local.secrets;

import org.jspecify.annotations.NullMarked;
