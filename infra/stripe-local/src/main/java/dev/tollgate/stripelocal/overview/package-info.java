/** The page at {@code /}: what is there, for people. */
@NullMarked
package dev.tollgate.stripelocal.overview;

import org.jspecify.annotations.NullMarked;
