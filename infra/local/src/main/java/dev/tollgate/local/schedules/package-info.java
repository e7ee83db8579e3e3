/**
 * Schedules on the stack's clock: expressions of EventBridge Scheduler, a scheduler that fires them
 * as time passes, and journeys through time in which everything due on the way runs in order.
 */
@NullMarked
package dev.tollgate.local.schedules;

import org.jspecify.annotations.NullMarked;
