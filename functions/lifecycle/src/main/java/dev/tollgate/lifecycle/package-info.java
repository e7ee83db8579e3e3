/** The door of time: each minute, what is due and not done is done. */
@NullMarked
package dev.tollgate.lifecycle;

import org.jspecify.annotations.NullMarked;
