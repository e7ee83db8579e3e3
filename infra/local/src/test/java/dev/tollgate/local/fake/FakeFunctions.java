package dev.tollgate.local.fake;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.local.functions.FunctionSource;
import dev.tollgate.testkit.servers.LocalAws;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The functions of small-template.yaml: a put becomes a row, a row a message, a message a letter.
 */
public final class FakeFunctions implements FunctionSource {
  public final List<String> letters = new CopyOnWriteArrayList<>();
  public final List<String> schedules = new CopyOnWriteArrayList<>();
  public final Map<String, Map<String, String>> environments =
      new java.util.concurrent.ConcurrentHashMap<>();
  public final CountDownLatch hang = new CountDownLatch(1);
  private volatile URI database = URI.create("http://127.0.0.1:1");
  private volatile URI queues = URI.create("http://127.0.0.1:1");

  /** Fakes are told where the servers are; real functions have it from their environment. */
  public void connect(URI dynamoDb, URI sqs) {
    database = dynamoDb;
    queues = sqs;
  }

  @Override
  public RequestStreamHandler load(
      String logicalName, String codeUri, String handler, Map<String, String> environment) {
    environments.put(logicalName, environment);
    return switch (logicalName) {
      case "Web" -> Fakes.handler(event -> web(Fakes.json(event), environment));
      case "Relay" -> Fakes.handler(event -> relay(Fakes.json(event), environment));
      default -> Fakes.handler(event -> mailer(Fakes.json(event)));
    };
  }

  private String web(JsonNode event, Map<String, String> environment) {
    String path = event.path("rawPath").asText();
    if (path.equals("/hang")) {
      try {
        hang.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (path.equals("/put")) {
      String id = event.path("body").asText();
      try (DynamoDbClient client = LocalAws.client(DynamoDbClient.builder(), database)) {
        client.putItem(
            p ->
                p.tableName(environment.get("TABLE_NAME"))
                    .item(
                        Map.of(
                            "pk", AttributeValue.fromS("TENANT#1"),
                            "sk", AttributeValue.fromS(id))));
      }
    }
    return "{\"statusCode\":200,\"body\":\"hello\"}";
  }

  private String relay(JsonNode event, Map<String, String> environment) {
    try (SqsClient client = LocalAws.client(SqsClient.builder(), queues)) {
      for (JsonNode record : event.path("Records")) {
        String id = record.path("dynamodb").path("Keys").path("sk").path("S").asText();
        client.sendMessage(m -> m.queueUrl(environment.get("QUEUE_URL")).messageBody(id));
      }
    }
    return "{\"batchItemFailures\":[]}";
  }

  private String mailer(JsonNode event) {
    if (event.has("schedule")) {
      schedules.add(event.path("schedule").asText());
      return "";
    }
    for (JsonNode record : event.path("Records")) {
      letters.add(record.path("body").asText());
      if (record.path("body").asText().equals("poison")) {
        throw new IllegalStateException("poison");
      }
    }
    return "{\"batchItemFailures\":[]}";
  }
}
