/**
 * How the platform owner grants one tenant what its plan does not give, and takes it back. What an
 * override means is told in {@code entitlements}.
 */
@NullMarked
package dev.tollgate.core.overrides;

import org.jspecify.annotations.NullMarked;
