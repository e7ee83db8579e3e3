/** What the running stack tells people. */
@NullMarked
package dev.tollgate.local.console;

import org.jspecify.annotations.NullMarked;
