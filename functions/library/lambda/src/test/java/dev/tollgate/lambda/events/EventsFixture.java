package dev.tollgate.lambda.events;

import dev.tollgate.lambda.logging.FixedTime;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.logging.Measures;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A function without a context: consumers given by the test, its log kept. */
final class EventsFixture {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Log lines = new Log(new PrintStream(written, true, StandardCharsets.UTF_8), "test");
  private final EventLog log = new EventLog(lines, new Measures(lines, new FixedTime(NOW)));

  Events readingQueue(QueueConsumer queue) {
    return new Events(Optional.of(queue), Optional.empty(), Optional.empty(), List.of(), log);
  }

  Events readingLanes(LaneConsumer lanes) {
    return new Events(Optional.empty(), Optional.of(lanes), Optional.empty(), List.of(), log);
  }

  Events readingStream(StreamConsumer stream) {
    return new Events(Optional.empty(), Optional.empty(), Optional.of(stream), List.of(), log);
  }

  Events running(ScheduledTask... tasks) {
    return new Events(Optional.empty(), Optional.empty(), Optional.empty(), List.of(tasks), log);
  }

  List<String> lines() {
    return written.toString(StandardCharsets.UTF_8).lines().toList();
  }

  static String answer(Events events, String event) {
    return new String(
        events.handle(event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  /** Records {@code id-0}, {@code id-1} … with the given bodies. */
  static String queueEvent(String... bodies) {
    return IntStream.range(0, bodies.length)
        .mapToObj(
            i ->
                """
                {"messageId":"id-%d","receiptHandle":"r","body":"%s","eventSource":"aws:sqs",
                 "attributes":{"ApproximateReceiveCount":"%d","SentTimestamp":"1"},
                 "messageAttributes":{},"eventSourceARN":"arn:aws:sqs:local-1:000000000000:q"}\
                """
                    .formatted(i, bodies[i], i + 1))
        .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
  }

  /** Records {@code id-0}, {@code id-1} …, each given as {@code lane/body}. */
  static String laneEvent(String... lanesAndBodies) {
    return IntStream.range(0, lanesAndBodies.length)
        .mapToObj(
            i -> {
              String[] parts = lanesAndBodies[i].split("/", 2);
              return """
              {"messageId":"id-%d","body":"%s","eventSource":"aws:sqs",
               "attributes":{"ApproximateReceiveCount":"1","MessageGroupId":"%s"}}\
              """
                  .formatted(i, parts[1], parts[0]);
            })
        .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
  }

  /** Records with the sequence numbers {@code 100}, {@code 101} … */
  static String streamEvent(int records) {
    return IntStream.range(0, records)
        .mapToObj(i -> streamRecord(100 + i))
        .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
  }

  private static String streamRecord(int sequence) {
    return """
    {"eventID":"e","eventName":"INSERT","eventSource":"aws:dynamodb","dynamodb":{
      "SequenceNumber":"%d","SizeBytes":1,"StreamViewType":"NEW_IMAGE",
      "Keys":{"pk":{"S":"TENANT#t"},"sk":{"S":"OUTBOX#m"}},
      "NewImage":{"pk":{"S":"TENANT#t"},"count":{"N":"12"},"on":{"BOOL":true},
        "none":{"NULL":true},"message":{"M":{"id":{"S":"m"}}},
        "list":{"L":[{"S":"a"},{"N":"1.5"}]},"set":{"SS":["x","y"]},"bytes":{"B":"AAE="}}}}\
    """
        .formatted(sequence);
  }
}
