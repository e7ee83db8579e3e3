/**
 * What must happen to a tenant at a time: which actions its state calls for, and the store that
 * keeps them until they are done. What each of them does belongs to {@code lifecycle}.
 */
@NullMarked
package dev.tollgate.core.schedule;

import org.jspecify.annotations.NullMarked;
