package dev.tollgate.testkit.servers;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What AWS-facing tests run against: the embedded servers; LocalStack in a container with {@code
 * -Daws=localstack}, where Docker answers; or any compatible endpoint with {@code
 * -Daws.endpoint=…}. Names of tables and queues come from {@link #unique}, since an endpoint may
 * outlive the tests.
 */
public final class AwsBackend implements AutoCloseable {
  private static final AtomicInteger NAMES = new AtomicInteger();

  private final URI dynamoDb;
  private final Supplier<URI> sqs;
  private final Closing closing;

  @FunctionalInterface
  private interface Closing {
    void close();
  }

  private AwsBackend(URI dynamoDb, Supplier<URI> sqs, Closing closing) {
    this.dynamoDb = dynamoDb;
    this.sqs = sqs;
    this.closing = closing;
  }

  /** The one that the system properties name. */
  public static AwsBackend start() {
    String endpoint = System.getProperty("aws.endpoint", "");
    if (!endpoint.isEmpty()) {
      URI uri = URI.create(endpoint);
      return new AwsBackend(uri, () -> uri, () -> {});
    }
    String kind = System.getProperty("aws", "embedded");
    return switch (kind) {
      case "embedded" -> embedded();
      case "localstack" -> {
        ContainedLocalStack container = ContainedLocalStack.start();
        URI local = container.endpoint();
        yield new AwsBackend(local, () -> local, container::close);
      }
      default -> throw new IllegalArgumentException("-Daws is embedded or localstack, not " + kind);
    };
  }

  private static AwsBackend embedded() {
    DynamoDbServer tables = DynamoDbServer.inMemory();
    Queues queues = new Queues();
    return new AwsBackend(
        tables.endpoint(),
        queues::endpoint,
        () -> {
          queues.close();
          tables.close();
        });
  }

  /** Started for the first who asks: most tests of the table never do. */
  private static final class Queues {
    private Optional<QueueServer> server = Optional.empty();

    synchronized URI endpoint() {
      QueueServer running = server.orElseGet(QueueServer::inMemory);
      server = Optional.of(running);
      return running.endpoint();
    }

    synchronized void close() {
      server.ifPresent(QueueServer::close);
    }
  }

  public URI dynamoDbEndpoint() {
    return dynamoDb;
  }

  public URI queueEndpoint() {
    return sqs.get();
  }

  /** A new client; its caller closes it. */
  public DynamoDbClient dynamoDb() {
    return LocalAws.client(DynamoDbClient.builder(), dynamoDb);
  }

  /** A new client; its caller closes it. */
  public SqsClient queues() {
    return LocalAws.client(SqsClient.builder(), sqs.get());
  }

  /** A name that no other test run has, starting with the given one. */
  public static String unique(String name) {
    return name
        + "-"
        + Long.toString(ProcessHandle.current().pid(), 36)
        + Long.toString(System.nanoTime(), 36)
        + NAMES.incrementAndGet();
  }

  @Override
  public void close() {
    closing.close();
  }
}
