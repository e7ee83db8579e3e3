/**
 * The words every other package speaks: typed ids, e-mail addresses, secrets, time, violations. It
 * owns no rule of any feature and depends on nothing but the JDK.
 */
@NullMarked
package dev.tollgate.core.kernel;

import org.jspecify.annotations.NullMarked;
