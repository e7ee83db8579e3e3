/** Tests of the doors that are no HTTP. */
@NullMarked
package dev.tollgate.lambda.events;

import org.jspecify.annotations.NullMarked;
