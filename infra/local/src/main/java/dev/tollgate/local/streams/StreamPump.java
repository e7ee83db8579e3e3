package dev.tollgate.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.local.functions.BatchAnswer;
import dev.tollgate.local.functions.Functions;
import dev.tollgate.local.queues.Queues;
import dev.tollgate.local.quiet.Worker;
import dev.tollgate.local.template.FunctionDefinition;
import dev.tollgate.local.template.Trigger;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** An event source mapping: carries the records of one stream to one function, in their order. */
public final class StreamPump implements Worker, AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration IDLE = Duration.ofMillis(100);
  private static final Duration UNTIL_STOPPED = Duration.ofSeconds(2);

  private final Trigger.Stream trigger;
  private final FunctionDefinition function;
  private final Functions functions;
  private final Queues queues;
  private final ShardReader reader;
  private final String streamArn;
  private final List<FilterPattern> filters;
  private final PrintStream log;
  private final Semaphore nudges = new Semaphore(0);
  private volatile long readToTheEndSince = System.nanoTime();
  private volatile @Nullable Thread thread;

  StreamPump(
      Trigger.Stream trigger,
      FunctionDefinition function,
      Functions functions,
      Queues queues,
      ShardReader reader,
      String streamArn,
      PrintStream log) {
    this.trigger = trigger;
    this.function = function;
    this.functions = functions;
    this.queues = queues;
    this.reader = reader;
    this.streamArn = streamArn;
    this.filters =
        trigger.filters().stream().map(p -> FilterPattern.parse(p, trigger.place())).toList();
    this.log = log;
  }

  public void start() {
    thread = Thread.ofVirtual().name("stream-" + trigger.name()).start(this::run);
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        round();
      }
    } catch (InterruptedException | CancellationException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() throws InterruptedException {
    long began = System.nanoTime();
    nudges.drainPermits();
    try {
      if (readAll()) {
        return;
      }
      readToTheEndSince = began;
    } catch (SdkException e) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      log.println("stream " + trigger.name() + ": " + e.getMessage());
    }
    if (nudges.tryAcquire(IDLE.toNanos(), TimeUnit.NANOSECONDS)) {
      nudges.drainPermits();
    }
  }

  /** Whether there was anything. */
  private boolean readAll() {
    boolean found = false;
    for (String shard : reader.shards()) {
      ShardReader.Records read = reader.read(shard);
      deliver(shard, read);
      reader.advance(shard, read);
      found |= !read.records().isEmpty() || read.next().isEmpty();
    }
    return found;
  }

  private void deliver(String shard, ShardReader.Records read) {
    List<JsonNode> wanted =
        read.records().stream()
            .map(record -> StreamEvent.record(record, streamArn))
            .filter(
                record -> filters.isEmpty() || filters.stream().anyMatch(f -> f.matches(record)))
            .toList();
    Delivery delivery = new Delivery(trigger, this::invoke, given -> giveUp(shard, given));
    for (int from = 0; from < wanted.size(); from += trigger.batchSize()) {
      int to = Math.min(from + trigger.batchSize(), wanted.size());
      delivery.deliver(wanted.subList(from, to));
    }
  }

  private BatchAnswer invoke(List<JsonNode> batch) {
    return BatchAnswer.of(
        functions.invoke(function, StreamEvent.of(batch)),
        batch.stream().map(StreamEvent::sequenceNumber).collect(Collectors.toSet()),
        trigger.partialFailures());
  }

  /** A note in AWS's form: where the records lie, not what they hold. */
  private void giveUp(String shard, List<JsonNode> batch) {
    ObjectNode note = JSON.createObjectNode();
    note.putObject("requestContext")
        .put("condition", "RetryAttemptsExhausted")
        .put("functionArn", "arn:aws:lambda:local-1:000000000000:function:" + function.name());
    note.put("version", "1.0");
    note.putObject("DDBStreamBatchInfo")
        .put("shardId", shard)
        .put("startSequenceNumber", StreamEvent.sequenceNumber(batch.getFirst()))
        .put("endSequenceNumber", StreamEvent.sequenceNumber(batch.getLast()))
        .put("batchSize", batch.size())
        .put("streamArn", streamArn);
    log.println("stream " + trigger.name() + ": " + batch.size() + " record(s) given up");
    trigger.giveUpQueue().ifPresent(queue -> queues.send(queue, note.toString()));
  }

  @Override
  public List<String> unfinished(long since) {
    if (readToTheEndSince - since >= 0) {
      return List.of();
    }
    nudges.release();
    return List.of("stream " + trigger.name() + " has not been read to its end");
  }

  @Override
  public void close() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      try {
        running.join(UNTIL_STOPPED);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
