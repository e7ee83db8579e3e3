/** Products and prices. */
@NullMarked
package dev.tollgate.stripelocal.catalogue;

import org.jspecify.annotations.NullMarked;
