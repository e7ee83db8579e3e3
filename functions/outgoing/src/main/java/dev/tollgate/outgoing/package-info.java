/** Sends news to the product's own services and tries again, over days, what did not arrive. */
@NullMarked
package dev.tollgate.outgoing;

import org.jspecify.annotations.NullMarked;
