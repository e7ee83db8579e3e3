package dev.tollgate.testkit.servers;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.URI;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * DynamoDB Local behind a connector of our own: its launcher listens on every interface, prints to
 * standard output and reports usage; this does none of the three.
 *
 * <p>It writes one item after the other, so it never answers TransactionConflict, and it does not
 * delete expired items in any useful time.
 */
public final class DynamoDbServer implements AutoCloseable {
  private static final int MOST_THREADS = 64;

  /** Kept, because a logger that nobody keeps forgets its level. It misses a class of Java EE. */
  private static final Logger NOISE = Logger.getLogger("com.amazonaws.util.Base64");

  static {
    NOISE.setLevel(Level.SEVERE);
  }

  private final LocalDynamoDBRequestHandler requests;
  private final Server server;
  private final int port;

  private DynamoDbServer(LocalDynamoDBRequestHandler requests, Server server, int port) {
    this.requests = requests;
    this.server = server;
    this.port = port;
  }

  public static DynamoDbServer inMemory() {
    return start(null, 0);
  }

  /** Keeps its data in one file of the given directory, which must exist. */
  public static DynamoDbServer in(Path directory) {
    return start(directory, 0);
  }

  /**
   * @param directory null for memory
   * @param port 0 for a free one
   */
  public static DynamoDbServer start(@Nullable Path directory, int port) {
    Server server = new Server(new QueuedThreadPool(MOST_THREADS));
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    LocalDynamoDBRequestHandler requests = requests(directory);
    try {
      server.setHandler(new LocalDynamoDBServerHandler(requests, null));
      server.start();
    } catch (Exception e) { // what Jetty declares
      throw new IllegalStateException("DynamoDB Local did not start", e);
    }
    return new DynamoDbServer(requests, server, connector.getLocalPort());
  }

  private static LocalDynamoDBRequestHandler requests(@Nullable Path directory) {
    boolean sameTablesForAllCredentials = true;
    boolean slowStateChanges = false;
    return new LocalDynamoDBRequestHandler(
        0,
        directory == null,
        directory == null ? null : directory.toString(),
        sameTablesForAllCredentials,
        slowStateChanges);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** A new client; its caller closes it. */
  public DynamoDbClient client() {
    return LocalAws.client(DynamoDbClient.builder(), endpoint());
  }

  /** A new client for the streams of the same tables; its caller closes it. */
  public DynamoDbStreamsClient streams() {
    return LocalAws.client(DynamoDbStreamsClient.builder(), endpoint());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) { // what Jetty declares
      throw new IllegalStateException("DynamoDB Local did not stop", e);
    } finally {
      requests.shutdown();
    }
  }
}
