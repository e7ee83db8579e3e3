package dev.tollgate.lambda.events;

import java.util.List;

/**
 * Reads the one stream of a function. A stream goes on only behind what succeeded, so {@link
 * Verdict.Retry} holds up everything after it, and {@link Verdict.Park} passes a record over for
 * good: only a consumer that finds it again elsewhere may park one.
 */
public interface StreamConsumer {
  /** At most so many records come at once: what SQS takes in one call. */
  int BATCH = 10;

  /**
   * One verdict for each record, in the same order. Must be idempotent: after a retry, records that
   * succeeded come again.
   */
  List<Verdict> consume(List<StreamRecord> records);
}
