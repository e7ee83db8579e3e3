/** The people whom a local stack has from the start. */
@NullMarked
package dev.tollgate.local.people;

import org.jspecify.annotations.NullMarked;
