/** Tests of the guards, at planted routes behind the real door. */
@NullMarked
package dev.tollgate.lambda.guard;

import org.jspecify.annotations.NullMarked;
