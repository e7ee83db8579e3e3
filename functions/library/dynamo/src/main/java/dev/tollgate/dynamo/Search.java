package dev.tollgate.dynamo;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Which items of one partition, or of one shard of the due index, are wanted and in what order. The
 * index may lag behind; a partition never does.
 *
 * @param keys the condition on the keys
 * @param filter on anything else, empty for none; what it leaves out is read all the same
 * @param values of both, by their {@code :name}
 * @param after the keys of the last item of an earlier page, empty for the first page
 */
record Search(
    boolean inDueIndex,
    String keys,
    String filter,
    Map<String, AttributeValue> values,
    boolean backwards,
    Map<String, AttributeValue> after,
    OptionalInt most) {

  /** The whole partition, in the order of the sort keys. */
  static Search all(String partition) {
    return of(false, "pk = :pk").with(":pk", partition);
  }

  /** In the order of their sort keys. */
  static Search startingWith(String partition, String sortPrefix) {
    return of(false, "pk = :pk AND begins_with(sk, :sk)")
        .with(":pk", partition)
        .with(":sk", sortPrefix);
  }

  /** Both ends are included. */
  static Search between(String partition, String fromSort, String toSort) {
    return of(false, "pk = :pk AND sk BETWEEN :from AND :to")
        .with(":pk", partition)
        .with(":from", fromSort)
        .with(":to", toSort);
  }

  /** In the order of the times at which they are due. */
  static Search due(String shard) {
    return of(true, "due_shard = :shard").with(":shard", shard);
  }

  static Search dueBefore(String shard, Instant before) {
    return of(true, "due_shard = :shard AND due_at < :before")
        .with(":shard", shard)
        .with(":before", Row.write(before));
  }

  private static Search of(boolean inDueIndex, String keys) {
    return new Search(inDueIndex, keys, "", Map.of(), false, Map.of(), OptionalInt.empty());
  }

  Search with(String name, String text) {
    Map<String, AttributeValue> all = new HashMap<>(values);
    all.put(name, AttributeValue.fromS(text));
    return new Search(inDueIndex, keys, filter, all, backwards, after, most);
  }

  Search where(String wanted) {
    return new Search(inDueIndex, keys, wanted, values, backwards, after, most);
  }

  Search newestFirst() {
    return new Search(inDueIndex, keys, filter, values, true, after, most);
  }

  Search after(Map<String, AttributeValue> last) {
    return new Search(inDueIndex, keys, filter, values, backwards, last, most);
  }

  Search atMost(int number) {
    return new Search(inDueIndex, keys, filter, values, backwards, after, OptionalInt.of(number));
  }

  QueryRequest.Builder forTable(String table) {
    @Nullable String index = inDueIndex ? "due" : null;
    @Nullable String left = filter.isEmpty() ? null : filter;
    @Nullable Map<String, AttributeValue> start = after.isEmpty() ? null : after;
    Map<String, String> reserved = Action.reservedNames(filter);
    @Nullable Map<String, String> names = reserved.isEmpty() ? null : reserved;
    // A limit counts what is read, not what passes the filter.
    @Nullable Integer limit = most.isPresent() && filter.isEmpty() ? most.getAsInt() : null;
    return QueryRequest.builder()
        .tableName(table)
        .indexName(index)
        .consistentRead(!inDueIndex)
        .keyConditionExpression(keys)
        .filterExpression(left)
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .scanIndexForward(!backwards)
        .exclusiveStartKey(start)
        .limit(limit);
  }
}
