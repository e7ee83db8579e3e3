/** Tests of what is mailed, to whom, and how often. */
@NullMarked
package dev.tollgate.notifications;

import org.jspecify.annotations.NullMarked;
