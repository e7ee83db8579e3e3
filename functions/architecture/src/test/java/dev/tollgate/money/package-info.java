/** Invariants 2 and 3 of the design for billing: histories at the provider, in any order. */
@NullMarked
package dev.tollgate.money;

import org.jspecify.annotations.NullMarked;
