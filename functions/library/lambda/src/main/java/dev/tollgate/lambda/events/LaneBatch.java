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

  /** The ids of the records that SQS must keep. */
  List<String> consume(List<?> records) {
    Map<String, List<QueueRecord>> lanes = new LinkedHashMap<>();
    for (Object json : records) {
      QueueRecord record = QueueRecord.read(json);
      lanes.computeIfAbsent(record.lane(), _ -> new ArrayList<>()).add(record);
    }
    return lanes.values().stream().flatMap(lane -> kept(lane).stream()).toList();
  }

  private List<String> kept(List<QueueRecord> lane) {
    List<String> ids = lane.stream().map(QueueRecord::id).toList();
    List<Verdict> verdicts;
    try {
      verdicts = Verdict.oneEach(lane, consumer.consume(lane));
    } catch (RuntimeException e) {
      log.failed("queue", ids.getFirst(), e);
      return ids;
    }
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      switch (verdicts.get(i)) {
        case Verdict.Done _ -> {}
        case Verdict.Park park -> {
          log.parked("queue", ids.get(i), park.reason());
          kept.add(ids.get(i));
        }
        case Verdict.Retry retry -> {
          log.retried("queue", ids.get(i), retry.reason());
          kept.addAll(ids.subList(i, ids.size())); // what overtook it would break the order
          return kept;
        }
      }
    }
    return kept;
  }
}
