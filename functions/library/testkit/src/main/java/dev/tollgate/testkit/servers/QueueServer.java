package dev.tollgate.testkit.servers;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.pekko.actor.Terminated;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import org.jspecify.annotations.Nullable;
import scala.Function0;
import software.amazon.awssdk.services.sqs.SqsClient;

/** ElasticMQ: SQS with dead letters, FIFO groups and delays. Queues are made through its API. */
public final class QueueServer implements AutoCloseable {
  private static final Duration RESTORE_WITHIN = Duration.ofSeconds(20);
  private static final Duration RESTORE_POLL = Duration.ofMillis(20);

  private final Function0<Terminated> stop;
  private final int port;

  private QueueServer(Function0<Terminated> stop, int port) {
    this.stop = stop;
    this.port = port;
  }

  public static QueueServer inMemory() {
    return start(null, 0);
  }

  /** Keeps queues and messages in the given directory, which must exist. */
  public static QueueServer in(Path directory) {
    return start(directory, 0);
  }

  /**
   * @param directory null for memory
   * @param port 0 for a free one
   */
  public static QueueServer start(@Nullable Path directory, int port) {
    int chosen = port == 0 ? freePort() : port;
    Map<String, Object> settings = new TreeMap<>();
    settings.put("pekko.loglevel", "WARNING");
    settings.put("pekko.stdout-loglevel", "OFF");
    // It stops when it is told to, not before those who still use it.
    settings.put("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off");
    settings.put("node-address.host", "127.0.0.1");
    settings.put("node-address.port", chosen);
    settings.put("rest-sqs.bind-hostname", "127.0.0.1"); // its default is every interface
    settings.put("rest-sqs.bind-port", chosen);
    settings.put("rest-sqs.sqs-limits", "strict");
    settings.put("aws.region", LocalAws.REGION);
    settings.put("aws.accountId", LocalAws.ACCOUNT);
    List<String> stored = List.of();
    if (directory != null) {
      QueueStore store = new QueueStore(directory);
      stored = store.queueNames();
      settings.put("messages-storage.enabled", true);
      settings.put("messages-storage.uri", store.uri());
    }
    Function0<Terminated> stop =
        new ElasticMQServer(new ElasticMQServerConfig(config(settings))).start();
    QueueServer server = new QueueServer(stop, chosen);
    server.awaitQueues(stored);
    return server;
  }

  /**
   * ElasticMQ serves before it has brought back what it stored. A queue that was made in between
   * would take the place of the stored one and its messages.
   */
  private void awaitQueues(List<String> names) {
    long giveUp = System.nanoTime() + RESTORE_WITHIN.toNanos();
    try (SqsClient client = client()) {
      while (!names(client).containsAll(names)) {
        if (System.nanoTime() > giveUp) {
          throw new IllegalStateException("ElasticMQ did not bring back its queues");
        }
        LockSupport.parkNanos(RESTORE_POLL.toNanos());
      }
    }
  }

  private static List<String> names(SqsClient client) {
    return client.listQueues().queueUrls().stream()
        .map(url -> url.substring(url.lastIndexOf('/') + 1))
        .toList();
  }

  private static Config config(Map<String, Object> settings) {
    Config config = ConfigFactory.load();
    for (Map.Entry<String, Object> setting : settings.entrySet()) {
      config =
          config.withValue(setting.getKey(), ConfigValueFactory.fromAnyRef(setting.getValue()));
    }
    return config;
  }

  /** ElasticMQ does not tell which port it was given, so the choice is made before it starts. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on loopback", e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** A new client; its caller closes it. */
  public SqsClient client() {
    return LocalAws.client(SqsClient.builder(), endpoint());
  }

  @Override
  public void close() {
    stop.apply();
  }
}
