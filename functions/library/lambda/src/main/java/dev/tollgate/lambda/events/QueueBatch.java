package dev.tollgate.lambda.events;

import java.util.List;

/** Gives each record of an SQS batch to the consumer, so that one's failure is its own. */
final class QueueBatch {
  private final QueueConsumer consumer;
  private final EventLog log;

  QueueBatch(QueueConsumer consumer, EventLog log) {
    this.consumer = consumer;
    this.log = log;
  }

  /** The ids of the records that SQS must keep. */
  List<String> consume(List<?> records) {
    List<QueueRecord> parsed = records.stream().map(QueueRecord::read).toList();
    return parsed.stream().filter(record -> !isDone(record)).map(QueueRecord::id).toList();
  }

  private boolean isDone(QueueRecord record) {
    try {
      return switch (consumer.consume(record)) {
        case Verdict.Done _ -> true;
        case Verdict.Retry retry -> {
          log.retried("queue", record.id(), retry.reason());
          yield false;
        }
        case Verdict.Park park -> {
          log.parked("queue", record.id(), park.reason());
          yield false;
        }
      };
    } catch (RuntimeException e) {
      log.failed("queue", record.id(), e);
      return false;
    }
  }
}
