package dev.tollgate.testkit.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * The table as {@code template.yaml} defines it, so that tests and the local stack meet the keys,
 * indexes and stream that are deployed. Billing, backups and encryption mean nothing locally.
 */
public final class TableDefinition {
  private final Map<?, ?> properties;

  private TableDefinition(Map<?, ?> properties) {
    this.properties = properties;
  }

  /** From the properties of an AWS::DynamoDB::Table, references resolved. */
  public static TableDefinition of(Map<?, ?> properties) {
    return new TableDefinition(properties);
  }

  /** From the template.yaml of the project that the working directory lies in. */
  public static TableDefinition ofProject() {
    return new TableDefinition(TemplateFile.onlyTable(TemplateFile.ofProject()));
  }

  /** From the given template, which must hold exactly one table. */
  public static TableDefinition ofTemplate(Path template) {
    return new TableDefinition(TemplateFile.onlyTable(template));
  }

  /** Makes the table if it is not there. One that is there must be of the same shape. */
  public void create(DynamoDbClient client, String name) {
    try {
      requireSameShape(name, client.describeTable(t -> t.tableName(name)).table());
    } catch (ResourceNotFoundException absent) {
      createNew(client, name);
    }
    enableTimeToLive(client, name);
  }

  private void createNew(DynamoDbClient client, String name) {
    List<GlobalSecondaryIndex> indexes = indexes();
    client.createTable(
        table -> {
          table
              .tableName(name)
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .keySchema(keys(properties))
              .attributeDefinitions(attributes());
          if (!indexes.isEmpty()) {
            table.globalSecondaryIndexes(indexes);
          }
          if (properties.get("StreamSpecification") instanceof Map<?, ?> stream) {
            table.streamSpecification(stream(stream));
          }
        });
    client.waiter().waitUntilTableExists(t -> t.tableName(name));
  }

  private static StreamSpecification stream(Map<?, ?> stream) {
    return StreamSpecification.builder()
        .streamEnabled(true)
        .streamViewType(string(stream, "StreamViewType"))
        .build();
  }

  private void enableTimeToLive(DynamoDbClient client, String name) {
    if (!(properties.get("TimeToLiveSpecification") instanceof Map<?, ?> ttl)
        || client
            .describeTimeToLive(t -> t.tableName(name))
            .timeToLiveDescription()
            .timeToLiveStatus()
            .equals(TimeToLiveStatus.ENABLED)) {
      return;
    }
    client.updateTimeToLive(
        t ->
            t.tableName(name)
                .timeToLiveSpecification(
                    s -> s.enabled(true).attributeName(string(ttl, "AttributeName"))));
  }

  private void requireSameShape(String name, TableDescription found) {
    List<String> expected =
        indexes().stream().map(GlobalSecondaryIndex::indexName).sorted().toList();
    List<String> actual =
        found.globalSecondaryIndexes().stream().map(i -> i.indexName()).sorted().toList();
    if (!found.keySchema().equals(keys(properties)) || !actual.equals(expected)) {
      throw new IllegalStateException(
          "table " + name + " was made from another template; start with empty data");
    }
  }

  private List<AttributeDefinition> attributes() {
    List<AttributeDefinition> attributes = new ArrayList<>();
    maps(properties, "AttributeDefinitions")
        .forEach(
            a ->
                attributes.add(
                    AttributeDefinition.builder()
                        .attributeName(string(a, "AttributeName"))
                        .attributeType(string(a, "AttributeType"))
                        .build()));
    return attributes;
  }

  private List<GlobalSecondaryIndex> indexes() {
    return maps(properties, "GlobalSecondaryIndexes").map(TableDefinition::index).toList();
  }

  private static GlobalSecondaryIndex index(Map<?, ?> index) {
    Map<?, ?> projection = (Map<?, ?>) Objects.requireNonNull(index.get("Projection"));
    Projection.Builder projected =
        Projection.builder().projectionType(string(projection, "ProjectionType"));
    if (projection.get("NonKeyAttributes") instanceof List<?> names) {
      projected.nonKeyAttributes(names.stream().map(String::valueOf).toList());
    }
    return GlobalSecondaryIndex.builder()
        .indexName(string(index, "IndexName"))
        .keySchema(keys(index))
        .projection(projected.build())
        .build();
  }

  private static List<KeySchemaElement> keys(Map<?, ?> owner) {
    return maps(owner, "KeySchema")
        .map(
            k ->
                KeySchemaElement.builder()
                    .attributeName(string(k, "AttributeName"))
                    .keyType(string(k, "KeyType"))
                    .build())
        .toList();
  }

  private static Stream<Map<?, ?>> maps(Map<?, ?> owner, String name) {
    return owner.get(name) instanceof List<?> list
        ? list.stream().map(item -> (Map<?, ?>) item)
        : Stream.empty();
  }

  private static String string(Map<?, ?> owner, String name) {
    if (owner.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("the table's definition lacks " + name);
  }
}
