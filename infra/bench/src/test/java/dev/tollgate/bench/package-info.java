/** Packages, run as Lambda runs them. */
@NullMarked
package dev.tollgate.bench;

import org.jspecify.annotations.NullMarked;
