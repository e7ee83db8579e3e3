/** Tests against real servers. */
@NullMarked
package dev.tollgate.queue;

import org.jspecify.annotations.NullMarked;
