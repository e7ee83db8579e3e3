package dev.tollgate.local.schedules;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * The times at which something in the table falls due. It reads the whole index, whatever its
 * shards are called, which only a laptop may do.
 */
public final class DueIndex {
  private static final String INDEX = "due";
  private static final String OF_TENANT = "TENANT#";
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z");

  private final DynamoDbClient client;
  private final List<String> tables;

  /**
   * @param tables those that have the index
   */
  public DueIndex(DynamoDbClient client, List<String> tables) {
    this.client = client;
    this.tables = List.copyOf(tables);
  }

  /** Whether a table with these properties has the index. */
  public static boolean isIn(Map<String, Object> tableProperties) {
    return tableProperties.get("GlobalSecondaryIndexes") instanceof List<?> indexes
        && indexes.stream()
            .anyMatch(i -> i instanceof Map<?, ?> index && INDEX.equals(index.get("IndexName")));
  }

  /**
   * In ascending order, each time once.
   *
   * @param tenant where given, only what is this tenant's
   * @param ahead tenants whose times count as so much earlier
   */
  List<Instant> between(
      Instant after, Instant until, Optional<String> tenant, Map<String, Duration> ahead) {
    return tables.stream()
        .flatMap(this::rows)
        .filter(row -> tenant.isEmpty() || tenant.equals(owner(row)))
        .flatMap(
            row ->
                time(row).stream()
                    .map(time -> time.minus(owner(row).map(ahead::get).orElse(Duration.ZERO))))
        .filter(time -> time.isAfter(after) && !time.isAfter(until))
        .sorted()
        .distinct()
        .toList();
  }

  private Stream<Map<String, AttributeValue>> rows(String table) {
    ScanRequest scan =
        ScanRequest.builder()
            .tableName(table)
            .indexName(INDEX)
            .projectionExpression("pk, due_at")
            .build();
    return client.scanPaginator(scan).items().stream();
  }

  private static Optional<String> owner(Map<String, AttributeValue> row) {
    AttributeValue partition = row.get("pk");
    return partition != null && partition.s().startsWith(OF_TENANT)
        ? Optional.of(partition.s().substring(OF_TENANT.length()))
        : Optional.empty();
  }

  /** The attribute may go on after the time, to tell apart what is due at once. */
  private static Optional<Instant> time(Map<String, AttributeValue> row) {
    AttributeValue due = row.get("due_at");
    Matcher time = TIME.matcher(due == null || due.s() == null ? "" : due.s());
    if (!time.lookingAt()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(time.group()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
