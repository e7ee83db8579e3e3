/** Billing's routes over ports of the tests' own. */
@NullMarked
package dev.tollgate.billing;

import org.jspecify.annotations.NullMarked;
