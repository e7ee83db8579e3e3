/** The only room that calls foreign web addresses. It calls none that is not public. */
@NullMarked
package dev.tollgate.dispatch;

import org.jspecify.annotations.NullMarked;
