/** Tests of what all clients share. */
@NullMarked
package dev.tollgate.aws;

import org.jspecify.annotations.NullMarked;
