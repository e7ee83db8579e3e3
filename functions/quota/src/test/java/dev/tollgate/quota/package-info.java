/** Billing's routes over ports of the tests' own. */
@NullMarked
package dev.tollgate.quota;

import org.jspecify.annotations.NullMarked;
