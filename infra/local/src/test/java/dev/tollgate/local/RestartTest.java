package dev.tollgate.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.local.fake.FakeFunctions;
import dev.tollgate.local.fake.Fakes;
import dev.tollgate.testkit.servers.LocalAws;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RestartTest {
  @Test
  void clockItemsAndTheirStreamGoOnAfterARestart(@TempDir Path data) throws Exception {
    FakeFunctions functions = new FakeFunctions();
    Options options = LocalStackTest.options(functions).withData(data);
    Instant later;
    try (LocalStack stack = LocalStack.start(options)) {
      functions.connect(stack.dynamoDbEndpoint(), stack.queueEndpoint());
      put(stack, "first");
      stack.settle();
      later = stack.clock().instant().plus(Duration.ofDays(2));
      stack.moveTo(later);

      JsonNode sam = Fakes.json(Files.readString(data.resolve("sam-env.json")));
      assertThat(sam.path("Web").path("TABLE_NAME").asText()).isEqualTo("tollgate");
      assertThat(sam.path("Mailer").has("TABLE_NAME")).isFalse();
      assertThatThrownBy(() -> LocalStack.start(options))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("Another local stack");
    }
    try (LocalStack stack = LocalStack.start(options)) {
      functions.connect(stack.dynamoDbEndpoint(), stack.queueEndpoint());
      put(stack, "second");
      stack.settle();

      assertThat(functions.letters).containsExactly("first", "second");
      assertThat(stack.clock().instant()).isAfterOrEqualTo(later);
    }
  }

  @Test
  void aStackThatDoesNotStartGivesBackItsPortAndItsData(@TempDir Path data) {
    Options broken =
        LocalStackTest.options(new FakeFunctions())
            .withData(data)
            .withFunctions(
                (name, uri, handler, environment) -> {
                  throw new IllegalStateException("no");
                });
    assertThatThrownBy(() -> LocalStack.start(broken)).hasMessage("function Web did not start: no");
    try (LocalStack stack = LocalStack.start(broken.withFunctions(new FakeFunctions()))) {
      assertThat(stack.baseUri().getPort()).isPositive();
    }
  }

  private static void put(LocalStack stack, String id) {
    try (DynamoDbClient client =
        LocalAws.client(DynamoDbClient.builder(), stack.dynamoDbEndpoint())) {
      client.putItem(
          p ->
              p.tableName("tollgate")
                  .item(
                      Map.of(
                          "pk", AttributeValue.fromS("TENANT#1"),
                          "sk", AttributeValue.fromS(id))));
    }
  }
}
