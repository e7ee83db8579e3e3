/** Tests of counting calls. */
@NullMarked
package dev.tollgate.core.calls;

import org.jspecify.annotations.NullMarked;
