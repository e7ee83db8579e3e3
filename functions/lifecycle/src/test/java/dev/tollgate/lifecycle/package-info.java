/** Time's door over ports of the tests' own. */
@NullMarked
package dev.tollgate.lifecycle;

import org.jspecify.annotations.NullMarked;
