package dev.tollgate.lambda.events;

/**
 * Reads the one queue of a function. SQS has no word for "give up": {@link Verdict.Park} is
 * answered like {@link Verdict.Retry}, and the queue's redrive policy moves the record to the dead
 * letters.
 */
public interface QueueConsumer {
  /** Must be idempotent: a record may come more than once, and copies at the same time. */
  Verdict consume(QueueRecord record);
}
