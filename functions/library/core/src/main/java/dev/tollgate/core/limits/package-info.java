/** How often something may be tried: attempts counted per client address or per e-mail address. */
@NullMarked
package dev.tollgate.core.limits;

import org.jspecify.annotations.NullMarked;
