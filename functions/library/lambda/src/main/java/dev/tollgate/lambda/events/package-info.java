/**
 * The doors that are no HTTP: queues, streams and schedules. It knows how Lambda delivers records
 * and what each answer makes Lambda do; what a record means is its consumer's business.
 */
@NullMarked
package dev.tollgate.lambda.events;

import org.jspecify.annotations.NullMarked;
