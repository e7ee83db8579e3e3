package dev.tollgate.testkit.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class DynamoDbServerTest {
  @Test
  void theTableIsTheOneOfTheTemplate() {
    try (DynamoDbServer server = DynamoDbServer.inMemory();
        DynamoDbClient client = server.client()) {
      TableDefinition.ofProject().create(client, "tollgate");
      TableDefinition.ofProject().create(client, "tollgate"); // a second time changes nothing

      TableDescription table = client.describeTable(t -> t.tableName("tollgate")).table();
      assertThat(table.keySchema()).extracting(k -> k.attributeName()).containsExactly("pk", "sk");
      assertThat(table.globalSecondaryIndexes())
          .extracting(i -> i.indexName())
          .containsExactly("due");
      assertThat(table.streamSpecification().streamViewType()).isEqualTo(StreamViewType.NEW_IMAGE);
      assertThat(
              client
                  .describeTimeToLive(t -> t.tableName("tollgate"))
                  .timeToLiveDescription()
                  .attributeName())
          .isEqualTo("ttl");
    }
  }

  @Test
  void aTableOfAnotherShapeIsRefusedRatherThanUsed() {
    try (DynamoDbServer server = DynamoDbServer.inMemory();
        DynamoDbClient client = server.client()) {
      TableDefinition.ofProject().create(client, "tollgate");
      TableDefinition other =
          TableDefinition.of(
              Map.of(
                  "KeySchema",
                  java.util.List.of(Map.of("AttributeName", "id", "KeyType", "HASH"))));

      assertThatThrownBy(() -> other.create(client, "tollgate"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("start with empty data");
    }
  }

  @Test
  void itemsAreThereAfterARestart(@TempDir Path directory) {
    Map<String, AttributeValue> item =
        Map.of("pk", AttributeValue.fromS("TENANT#1"), "sk", AttributeValue.fromS("PROFILE"));
    try (DynamoDbServer server = DynamoDbServer.in(directory);
        DynamoDbClient client = server.client()) {
      TableDefinition.ofProject().create(client, "tollgate");
      client.putItem(p -> p.tableName("tollgate").item(item));
    }
    try (DynamoDbServer server = DynamoDbServer.in(directory);
        DynamoDbClient client = server.client()) {
      assertThat(client.getItem(g -> g.tableName("tollgate").key(item)).item()).isEqualTo(item);
    }
  }
}
