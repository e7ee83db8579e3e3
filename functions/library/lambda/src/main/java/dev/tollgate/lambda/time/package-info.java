/** The one place that asks the machine what time it is. */
@NullMarked
package dev.tollgate.lambda.time;

import org.jspecify.annotations.NullMarked;
