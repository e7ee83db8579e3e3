/** How keys are made, read, listed and ended, over a store in memory. */
@NullMarked
package dev.tollgate.core.apikeys;

import org.jspecify.annotations.NullMarked;
