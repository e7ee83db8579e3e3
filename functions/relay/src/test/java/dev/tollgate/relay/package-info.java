/** Tests of the relay over handwritten stores. */
@NullMarked
package dev.tollgate.relay;

import org.jspecify.annotations.NullMarked;
