package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The table's verbs. Reads are consistent. A write is a transaction under one token for all its
 * tries, so that a lost answer cannot count twice; contention is tried again and never taken for a
 * refusal; whatever stays unknown is {@link Unavailable}.
 */
final class Table {
  private static final int TRIES = 10;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);
  private static final Set<String> CONTENTION =
      Set.of(
          "TransactionConflict",
          "ThrottlingError",
          "ProvisionedThroughputExceeded",
          "RequestLimitExceeded");

  private final DynamoDbClient client;
  private final String name;
  private final Pause pause;

  Table(DynamoDbClient client, String name, Pause pause) {
    this.client = client;
    this.name = name;
    this.pause = pause;
  }

  Optional<Row> get(Key key) {
    return Optional.ofNullable(getAll(List.of(key)).get(key));
  }

  /** All of them in one call; the absent are absent. */
  Map<Key, Row> getAll(List<Key> keys) {
    Map<Map<String, AttributeValue>, Key> wanted = new HashMap<>();
    keys.forEach(key -> wanted.put(key.attributes(), key));
    Map<Key, Row> found = new HashMap<>();
    List<Map<String, AttributeValue>> left = List.copyOf(wanted.keySet());
    for (int attempt = 0; !left.isEmpty(); attempt++) {
      if (attempt == TRIES) {
        throw new Unavailable("the table did not return all items");
      }
      waitBefore(attempt);
      KeysAndAttributes request =
          KeysAndAttributes.builder().keys(left).consistentRead(true).build();
      var response =
          reading(() -> client.batchGetItem(batch -> batch.requestItems(Map.of(name, request))));
      for (Map<String, AttributeValue> item : response.responses().getOrDefault(name, List.of())) {
        Key key = wanted.get(Map.of("pk", item.get("pk"), "sk", item.get("sk")));
        found.put(key, new Row(item));
      }
      KeysAndAttributes unprocessed = response.unprocessedKeys().get(name);
      left = unprocessed == null ? List.of() : unprocessed.keys();
    }
    return found;
  }

  /** Every item of the partition whose sort key starts so, in its order. */
  List<Row> query(String partition, String sortPrefix) {
    return query(Search.startingWith(partition, sortPrefix));
  }

  /** As many calls as it takes; one, unless the answer is over a megabyte. */
  List<Row> query(Search search) {
    int most = search.most().orElse(Integer.MAX_VALUE);
    List<Row> rows = new ArrayList<>();
    Map<String, AttributeValue> from = search.after();
    do {
      QueryRequest request = search.after(from).forTable(name).build();
      var page = reading(() -> client.query(request));
      page.items().stream().limit((long) most - rows.size()).map(Row::new).forEach(rows::add);
      from = page.lastEvaluatedKey();
    } while (!from.isEmpty() && rows.size() < most);
    return rows;
  }

  /** How many there are, without reading what is in them. */
  long count(Search search) {
    long count = 0;
    Map<String, AttributeValue> from = search.after();
    do {
      QueryRequest request = search.after(from).forTable(name).select(Select.COUNT).build();
      var page = reading(() -> client.query(request));
      count += page.count();
      from = page.lastEvaluatedKey();
    } while (!from.isEmpty());
    return count;
  }

  /** What is due in one shard of the index before a time, the longest due first; may lag behind. */
  List<Row> due(String shard, Instant before, int limit) {
    return query(Search.dueBefore(shard, before).atMost(limit));
  }

  /** What is due in all shards, shard by shard until there is enough; may lag behind. */
  List<Row> due(Shards shards, Instant before, int limit) {
    List<Row> rows = new ArrayList<>();
    for (String shard : shards.all()) {
      if (rows.size() < limit) {
        rows.addAll(due(shard, before, limit - rows.size()));
      }
    }
    return rows;
  }

  Commit write(List<Action> actions) {
    TransactWriteItemsRequest request =
        TransactWriteItemsRequest.builder()
            .clientRequestToken(UUID.randomUUID().toString())
            .transactItems(actions.stream().map(action -> action.forTable(name)).toList())
            .build();
    for (int attempt = 0; attempt < TRIES; attempt++) {
      waitBefore(attempt);
      try {
        client.transactWriteItems(request);
        return new Commit.Done();
      } catch (TransactionCanceledException e) {
        Map<Integer, Optional<Row>> failed = failedConditions(e.cancellationReasons());
        if (!failed.isEmpty()) {
          return new Commit.Refused(failed);
        }
        if (!isContention(e.cancellationReasons())) {
          throw new IllegalStateException("the table refused a transaction", e);
        }
      } catch (SdkException e) {
        throw unknown(e);
      }
    }
    throw new Unavailable("the table was contended for too long");
  }

  /** A write that nothing can refuse. */
  void writeAlways(List<Action> actions) {
    if (write(actions) instanceof Commit.Refused refused) {
      throw new IllegalStateException("conditions failed at " + refused.failed().keySet());
    }
  }

  private static Map<Integer, Optional<Row>> failedConditions(List<CancellationReason> reasons) {
    Map<Integer, Optional<Row>> failed = new HashMap<>();
    for (int i = 0; i < reasons.size(); i++) {
      if ("ConditionalCheckFailed".equals(reasons.get(i).code())) {
        failed.put(
            i,
            reasons.get(i).hasItem()
                ? Optional.of(new Row(reasons.get(i).item()))
                : Optional.empty());
      }
    }
    return failed;
  }

  private static boolean isContention(List<CancellationReason> reasons) {
    return reasons.stream().map(CancellationReason::code).anyMatch(CONTENTION::contains);
  }

  private void waitBefore(int attempt) {
    if (attempt > 0) {
      long most =
          Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempt, 10));
      pause.pause(Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1)));
    }
  }

  private static <T> T reading(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw unknown(e);
    }
  }

  /** A request that the service calls malformed is our bug; everything else may pass. */
  private static RuntimeException unknown(SdkException e) {
    if (e instanceof DynamoDbException refused
        && refused.statusCode() == 400
        && refused.awsErrorDetails() != null
        && "ValidationException".equals(refused.awsErrorDetails().errorCode())) {
      return new IllegalStateException("the table calls the request malformed", e);
    }
    return new Unavailable("the table did not answer", e);
  }
}
