package dev.tollgate.lambda.events;

import dev.tollgate.lambda.json.Json;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells events apart by their shape and gives each to what this function has for it. */
@Singleton
final class Events {
  private final Optional<Function<List<?>, List<String>>> queue;
  private final Optional<StreamBatch> stream;
  private final List<ScheduledTask> tasks;
  private final EventLog log;

  Events(
      Optional<QueueConsumer> queue,
      Optional<LaneConsumer> lanes,
      Optional<StreamConsumer> stream,
      List<ScheduledTask> tasks,
      EventLog log) {
    if (queue.isPresent() && lanes.isPresent()) {
      throw new IllegalStateException("a function reads one queue");
    }
    this.queue =
        queue
            .<Function<List<?>, List<String>>>map(each -> new QueueBatch(each, log)::consume)
            .or(() -> lanes.map(each -> new LaneBatch(each, log)::consume));
    this.stream = stream.map(consumer -> new StreamBatch(consumer, log));
    this.tasks = List.copyOf(tasks);
    this.log = log;
  }

  /** Throws {@link UnknownEvent} and {@link TaskFailed}. */
  byte[] handle(byte[] bytes) {
    Map<?, ?> event = EventFields.object(Json.read(bytes));
    if (event.get("schedule") instanceof String task) {
      run(task);
      return Json.write(Map.of());
    }
    if (event.get("Records") instanceof List<?> records && !records.isEmpty()) {
      return answer(consume(source(records.getFirst()), records));
    }
    throw new UnknownEvent("neither records nor a schedule");
  }

  private static String source(@Nullable Object record) {
    return EventFields.text(EventFields.object(record), "eventSource");
  }

  private List<String> consume(String source, List<?> records) {
    return switch (source) {
      case "aws:sqs" ->
          queue.orElseThrow(() -> new UnknownEvent("no queue is read here")).apply(records);
      case "aws:dynamodb" ->
          stream
              .orElseThrow(() -> new UnknownEvent("no stream is read here"))
              .consume(records)
              .stream()
              .toList();
      default -> throw new UnknownEvent("records of no known source");
    };
  }

  private void run(String name) {
    ScheduledTask task =
        tasks.stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new UnknownEvent("no task of that name"));
    try {
      task.run();
    } catch (RuntimeException e) {
      log.taskFailed(name, e);
      throw new TaskFailed(name);
    }
  }

  /** The same words for queues and streams: an item's id there, a sequence number here. */
  private static byte[] answer(List<String> failed) {
    return Json.write(
        Map.of(
            "batchItemFailures", failed.stream().map(id -> Map.of("itemIdentifier", id)).toList()));
  }
}
