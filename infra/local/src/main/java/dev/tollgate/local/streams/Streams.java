package dev.tollgate.local.streams;

import dev.tollgate.local.functions.Functions;
import dev.tollgate.local.queues.Queues;
import dev.tollgate.local.template.FunctionDefinition;
import dev.tollgate.local.template.Trigger;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Makes the pumps for the streams of one database. */
public final class Streams {
  private final DynamoDbClient tables;
  private final DynamoDbStreamsClient streams;
  private final @Nullable Path directory;

  /**
   * @param directory where checkpoints are kept; null for nowhere
   */
  public Streams(DynamoDbClient tables, DynamoDbStreamsClient streams, @Nullable Path directory) {
    this.tables = tables;
    this.streams = streams;
    this.directory = directory;
  }

  /** Of a table that exists; nothing is read before the pump is started. */
  public StreamPump pump(
      FunctionDefinition function,
      Trigger.Stream trigger,
      Functions functions,
      Queues queues,
      PrintStream log) {
    String arn =
        tables.describeTable(t -> t.tableName(trigger.tableName())).table().latestStreamArn();
    if (arn == null) {
      throw trigger.place().error("the table " + trigger.tableName() + " has no stream");
    }
    Path file = directory == null ? null : directory.resolve("stream-" + trigger.name() + ".json");
    ShardReader reader = new ShardReader(streams, arn, trigger, Checkpoint.open(file, arn));
    return new StreamPump(trigger, function, functions, queues, reader, arn, log);
  }
}
