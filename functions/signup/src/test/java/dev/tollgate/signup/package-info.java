/** Tests of what the public door shows. */
@NullMarked
package dev.tollgate.signup;

import org.jspecify.annotations.NullMarked;
