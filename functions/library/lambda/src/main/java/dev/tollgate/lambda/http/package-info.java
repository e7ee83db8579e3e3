/** The HTTP door: from API Gateway's event to a controller's method and back. */
@NullMarked
package dev.tollgate.lambda.http;

import org.jspecify.annotations.NullMarked;
