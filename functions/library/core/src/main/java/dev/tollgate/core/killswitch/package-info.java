/**
 * The kill switch: who is suspended, by whom or by what, how that ends, and the work that waits
 * meanwhile. It knows nothing of doors and guards, which read an account's standing by themselves.
 */
@NullMarked
package dev.tollgate.core.killswitch;

import org.jspecify.annotations.NullMarked;
