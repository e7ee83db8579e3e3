/** Queues of the template, and the pumps that carry their messages to functions as SQS events. */
@NullMarked
package dev.tollgate.local.queues;

import org.jspecify.annotations.NullMarked;
