package dev.tollgate.local.streams;

import dev.tollgate.local.template.Trigger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads the shards of one stream, from where the checkpoint says. */
final class ShardReader {
  private final DynamoDbStreamsClient client;
  private final String streamArn;
  private final Trigger.Stream trigger;
  private final Checkpoint checkpoint;
  private final Map<String, String> iterators = new HashMap<>();

  ShardReader(
      DynamoDbStreamsClient client,
      String streamArn,
      Trigger.Stream trigger,
      Checkpoint checkpoint) {
    this.client = client;
    this.streamArn = streamArn;
    this.trigger = trigger;
    this.checkpoint = checkpoint;
  }

  /** Those that can be read now: a child waits until its parent has been read to the end. */
  List<String> shards() {
    List<Shard> all =
        client.describeStream(d -> d.streamArn(streamArn)).streamDescription().shards();
    List<String> ids = all.stream().map(Shard::shardId).toList();
    return all.stream()
        .filter(shard -> !checkpoint.isFinished(shard.shardId()))
        .filter(
            shard ->
                !ids.contains(shard.parentShardId())
                    || checkpoint.isFinished(shard.parentShardId()))
        .map(Shard::shardId)
        .toList();
  }

  /** The next records of a shard, none where there are none yet or the iterator had expired. */
  Records read(String shard) {
    String iterator = iterators.computeIfAbsent(shard, this::iterator);
    try {
      GetRecordsResponse read = client.getRecords(g -> g.shardIterator(iterator));
      return new Records(read.records(), Optional.ofNullable(read.nextShardIterator()));
    } catch (ExpiredIteratorException e) {
      iterators.remove(shard); // the computer slept; the checkpoint knows where to go on
      return new Records(List.of(), Optional.of(iterator));
    }
  }

  /**
   * @param next empty where the shard has been read to its end
   */
  record Records(List<Record> records, Optional<String> next) {}

  /** To be called when everything that was read is done. */
  void advance(String shard, Records read) {
    if (!read.records().isEmpty()) {
      checkpoint.deliver(shard, read.records().getLast().dynamodb().sequenceNumber());
    }
    if (read.next().isPresent()) {
      iterators.computeIfPresent(shard, (id, before) -> read.next().get());
    } else {
      iterators.remove(shard);
      checkpoint.finish(shard);
    }
  }

  private String iterator(String shard) {
    @Nullable String done = checkpoint.delivered(shard).orElse(null);
    if (done == null) {
      return iterator(
          shard,
          trigger.startAtOldest() ? ShardIteratorType.TRIM_HORIZON : ShardIteratorType.LATEST,
          null);
    }
    try {
      return iterator(shard, ShardIteratorType.AFTER_SEQUENCE_NUMBER, done);
    } catch (TrimmedDataAccessException e) {
      return iterator(shard, ShardIteratorType.TRIM_HORIZON, null);
    }
  }

  private String iterator(String shard, ShardIteratorType type, @Nullable String after) {
    GetShardIteratorRequest request =
        GetShardIteratorRequest.builder()
            .streamArn(streamArn)
            .shardId(shard)
            .shardIteratorType(type)
            .sequenceNumber(after)
            .build();
    return client.getShardIterator(request).shardIterator();
  }
}
