package dev.tollgate.dynamo;

import dev.tollgate.testkit.faults.FaultInterceptor;
import dev.tollgate.testkit.servers.AwsBackend;
import dev.tollgate.testkit.servers.LocalAws;
import dev.tollgate.testkit.servers.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table of the project's shape, with its calls counted and breakable. Nobody waits on it. */
final class ATable implements AutoCloseable {
  /** As many tries as in a function, and no waits between them. */
  private static final RetryStrategy AT_ONCE =
      AwsRetryStrategy.standardRetryStrategy().toBuilder()
          .backoffStrategy(BackoffStrategy.retryImmediately())
          .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
          .build();

  private final String name = AwsBackend.unique("tollgate");
  private final AwsBackend aws = AwsBackend.start();
  private final DynamoDbClient broken;
  private final DynamoDbClient calm = aws.dynamoDb();

  final FaultInterceptor faults = new FaultInterceptor();
  final Table table;

  ATable() {
    TableDefinition.ofProject().create(calm, name);
    Client client = client(faults);
    broken = client.sdk();
    table = client.table();
  }

  String name() {
    return name;
  }

  /** The same table as another instance of a function sees it. */
  Client client(FaultInterceptor own) {
    DynamoDbClient another =
        LocalAws.client(
            DynamoDbClient.builder()
                .overrideConfiguration(
                    client -> client.addExecutionInterceptor(own).retryStrategy(AT_ONCE)),
            aws.dynamoDbEndpoint());
    return new Client(another, new Table(another, name, length -> {}));
  }

  record Client(DynamoDbClient sdk, Table table) implements AutoCloseable {
    @Override
    public void close() {
      sdk.close();
    }
  }

  /** All items of the partition whose sort keys start so. */
  List<Row> items(String partition, String sortPrefix) {
    return new Table(calm, name, length -> {}).query(partition, sortPrefix);
  }

  /** How many items there are in the whole table. */
  int size() {
    return calm.scanPaginator(scan -> scan.tableName(name)).items().stream().toList().size();
  }

  /** Every key that starts so, partition and sort key with a blank between them. */
  List<String> keys(String partitionPrefix) {
    List<String> keys = new ArrayList<>();
    calm.scanPaginator(scan -> scan.tableName(name))
        .items()
        .forEach(item -> keys.add(new Row(item).text("pk") + " " + new Row(item).text("sk")));
    return keys.stream().filter(key -> key.startsWith(partitionPrefix)).sorted().toList();
  }

  /**
   * Overwrites one attribute as no code of ours would.
   *
   * @param path such as {@code contract.kind}, each part as it is stored
   */
  void vandalise(Key key, String path, String value) {
    List<String> parts = List.of(path.split("\\."));
    Map<String, String> names =
        parts.stream().collect(java.util.stream.Collectors.toMap(part -> "#" + part, p -> p));
    calm.updateItem(
        update ->
            update
                .tableName(name)
                .key(key.attributes())
                .updateExpression("SET #" + String.join(".#", parts) + " = :value")
                .expressionAttributeNames(names)
                .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(value))));
  }

  /** Overwrites a set of texts with one that has this one text. */
  void vandaliseSet(Key key, String attribute, String value) {
    calm.updateItem(
        update ->
            update
                .tableName(name)
                .key(key.attributes())
                .updateExpression("SET #set = :value")
                .expressionAttributeNames(Map.of("#set", attribute))
                .expressionAttributeValues(
                    Map.of(":value", AttributeValue.fromSs(List.of(value)))));
  }

  @Override
  public void close() {
    broken.close();
    calm.close();
    aws.close();
  }
}
