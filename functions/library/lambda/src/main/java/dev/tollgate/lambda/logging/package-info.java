/** One line of JSON an event, written without a logging framework. */
@NullMarked
package dev.tollgate.lambda.logging;

import org.jspecify.annotations.NullMarked;
