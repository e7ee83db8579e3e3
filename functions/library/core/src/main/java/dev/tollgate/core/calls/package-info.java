/**
 * Calls of the API: how many a tenant or a network address may make in a window, and how they are
 * sold to the instances of functions in blocks, whose sum never passes the limit.
 */
@NullMarked
package dev.tollgate.core.calls;

import org.jspecify.annotations.NullMarked;
