package dev.tollgate.lambda.events;

import java.util.List;
import java.util.Optional;

/**
 * Gives the records of a stream to the consumer in order and stops at the first that failed: Lambda
 * delivers that one and everything behind it again, whatever became of those.
 */
final class StreamBatch {
  private final StreamConsumer consumer;
  private final EventLog log;

  StreamBatch(StreamConsumer consumer, EventLog log) {
    this.consumer = consumer;
    this.log = log;
  }

  /** The sequence number of the first record that failed. */
  Optional<String> consume(List<?> records) {
    List<String> sequences = records.stream().map(StreamRecord::sequenceOf).toList();
    for (int from = 0; from < records.size(); from += StreamConsumer.BATCH) {
      int to = Math.min(records.size(), from + StreamConsumer.BATCH);
      Optional<String> failed = consume(records.subList(from, to), sequences.subList(from, to));
      if (failed.isPresent()) {
        return failed;
      }
    }
    return Optional.empty();
  }

  private Optional<String> consume(List<?> records, List<String> sequences) {
    List<Verdict> verdicts;
    try {
      verdicts =
          Verdict.oneEach(
              records, consumer.consume(records.stream().map(StreamRecord::read).toList()));
    } catch (RuntimeException e) {
      log.failed("stream", sequences.getFirst(), e);
      return Optional.of(sequences.getFirst());
    }
    for (int i = 0; i < verdicts.size(); i++) {
      switch (verdicts.get(i)) {
        case Verdict.Done _ -> {}
        case Verdict.Park park -> log.parked("stream", sequences.get(i), park.reason());
        case Verdict.Retry retry -> {
          log.retried("stream", sequences.get(i), retry.reason());
          return Optional.of(sequences.get(i));
        }
      }
    }
    return Optional.empty();
  }
}
