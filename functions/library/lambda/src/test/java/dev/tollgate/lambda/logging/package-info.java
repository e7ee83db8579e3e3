/** Tests of log lines and figures. */
@NullMarked
package dev.tollgate.lambda.logging;

import org.jspecify.annotations.NullMarked;
