/** Whether the stack has anything left to do, and waiting until it has not. */
@NullMarked
package dev.tollgate.local.quiet;

import org.jspecify.annotations.NullMarked;
