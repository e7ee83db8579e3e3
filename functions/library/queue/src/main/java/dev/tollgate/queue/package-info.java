/** The only room that speaks SQS. It carries messages to their consumers' queues and reads none. */
@NullMarked
package dev.tollgate.queue;

import org.jspecify.annotations.NullMarked;
