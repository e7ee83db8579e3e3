/** Test clocks: frozen time for some customers, moved forward on request. */
@NullMarked
package dev.tollgate.stripelocal.clock;

import org.jspecify.annotations.NullMarked;
