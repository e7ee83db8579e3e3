/** The public door: what anybody may ask, and how somebody becomes a customer. */
@NullMarked
package dev.tollgate.signup;

import org.jspecify.annotations.NullMarked;
