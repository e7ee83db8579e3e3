/**
 * Single payments for work that may fail: the money is reserved, the work is done, and only then is
 * it taken. Product modules use it; what the work is they alone know.
 */
@NullMarked
package dev.tollgate.core.payments;

import org.jspecify.annotations.NullMarked;
