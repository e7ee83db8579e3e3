/** The doors that are no HTTP: queues, streams and schedules. */
@NullMarked
package dev.tollgate.lambda.events;

import org.jspecify.annotations.NullMarked;
