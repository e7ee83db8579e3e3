package dev.tollgate.lambda.events;

import java.util.List;

/**
 * Reads the one FIFO queue of a function, lane by lane. A lane that is not done holds back only
 * itself: SQS gives out what follows in it when the record that stopped it is out of the way.
 */
public interface LaneConsumer {
  /**
   * Must be idempotent: records may come more than once.
   *
   * @param lane records of one message group, in their order
   * @return what holds for all of them; {@link Verdict.Retry} keeps all of them
   */
  Verdict consume(List<QueueRecord> lane);
}
