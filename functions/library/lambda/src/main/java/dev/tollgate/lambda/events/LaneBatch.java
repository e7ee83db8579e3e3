package dev.tollgate.lambda.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives each lane of an SQS FIFO batch to the consumer, so that one's failure is its own. */
final class LaneBatch {
  private final LaneConsumer consumer;
  private final EventLog log;

  LaneBatch(LaneConsumer consumer, EventLog log) {
    this.consumer = consumer;
    this.log = log;
  }

  /** The ids of the records that SQS must keep: whole lanes, so that no order is lost. */
  List<String> consume(List<?> records) {
    Map<String, List<QueueRecord>> lanes = new LinkedHashMap<>();
    for (Object json : records) {
      QueueRecord record = QueueRecord.read(json);
      lanes.computeIfAbsent(record.lane(), _ -> new ArrayList<>()).add(record);
    }
    List<String> kept = new ArrayList<>();
    for (List<QueueRecord> lane : lanes.values()) {
      if (!isDone(lane)) {
        lane.forEach(record -> kept.add(record.id()));
      }
    }
    return kept;
  }

  private boolean isDone(List<QueueRecord> lane) {
    String first = lane.getFirst().id();
    try {
      return switch (consumer.consume(lane)) {
        case Verdict.Done _ -> true;
        case Verdict.Retry retry -> {
          log.retried("queue", first, retry.reason());
          yield false;
        }
        case Verdict.Park park -> {
          log.parked("queue", first, park.reason());
          yield false;
        }
      };
    } catch (RuntimeException e) {
      log.failed("queue", first, e);
      return false;
    }
  }
}
