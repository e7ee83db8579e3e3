/** The platform owner's routes over ports of the tests' own. */
@NullMarked
package dev.tollgate.admin;

import org.jspecify.annotations.NullMarked;
