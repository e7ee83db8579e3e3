package dev.tollgate.lambda.events;

import java.util.List;

/**
 * Reads the one FIFO queue of a function, lane by lane. A lane that is not done holds back only
 * itself: SQS gives out what follows in it when the record that stopped it is out of the way.
 */
public interface LaneConsumer {
  /**
   * One verdict for each record, in the same order. {@link Verdict.Retry} keeps everything behind
   * it in the lane, so that no order is lost; {@link Verdict.Park} keeps only itself, until the
   * queue's redrive policy moves it to the dead letters. Must be idempotent: records may come more
   * than once, also those that were done.
   *
   * @param lane records of one message group, in their order
   */
  List<Verdict> consume(List<QueueRecord> lane);
}
