package dev.tollgate.local;

import dev.tollgate.local.clock.StackClock;
import dev.tollgate.local.console.Console;
import dev.tollgate.local.secrets.StackSecrets;
import dev.tollgate.testkit.servers.DynamoDbServer;
import dev.tollgate.testkit.servers.MailServer;
import dev.tollgate.testkit.servers.QueueServer;
import dev.tollgate.testkit.servers.SecretsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The real servers that stand in for AWS's, started side by side. The queue server takes longest;
 * where it will be is known at once, so nobody waits for it before using it.
 */
record Servers(
    DynamoDbServer dynamoDb,
    URI queueEndpoint,
    Starting<QueueServer> queues,
    MailServer mail,
    SecretsServer secrets) {

  static Servers start(
      Storage storage, StackClock clock, StackSecrets secrets, Closing closing, Console console) {
    int queuePort = freePort();
    Starting<QueueServer> queues =
        closing.add(
            Starting.begin(
                "queues",
                () ->
                    timed(
                        console,
                        "SQS",
                        () -> QueueServer.start(storage.folder("queues"), queuePort),
                        server -> "ElasticMQ, " + server.endpoint())));
    Starting<DynamoDbServer> dynamoDb =
        closing.add(
            Starting.begin(
                "dynamodb",
                () ->
                    timed(
                        console,
                        "DynamoDB",
                        () -> DynamoDbServer.start(storage.folder("dynamodb"), 0),
                        server -> "DynamoDB Local, " + server.endpoint())));
    Starting<MailServer> mail =
        closing.add(
            Starting.begin(
                "mail",
                () ->
                    timed(
                        console,
                        "Mail",
                        () -> MailServer.start(storage.folder("mail"), clock),
                        server -> "SMTP 127.0.0.1:" + server.smtpPort() + " behind SES")));
    SecretsServer values = closing.add(SecretsServer.start(secrets::values));
    return new Servers(
        dynamoDb.await(),
        URI.create("http://127.0.0.1:" + queuePort),
        queues,
        mail.await(),
        values);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no port can be opened on 127.0.0.1", e);
    }
  }

  private static <T> T timed(
      Console console, String part, Supplier<T> start, Function<T, String> describe) {
    long began = System.nanoTime();
    T started = start.get();
    console.ready(part, describe.apply(started), Duration.ofNanos(System.nanoTime() - began));
    return started;
  }

  /** The parameters of the template that lead functions here instead of to AWS. */
  Map<String, String> endpoints() {
    Map<String, String> endpoints = new LinkedHashMap<>();
    endpoints.put("DynamodbEndpoint", text(dynamoDb.endpoint()));
    endpoints.put("SqsEndpoint", text(queueEndpoint));
    endpoints.put("SesEndpoint", text(mail.sesEndpoint()));
    endpoints.put("SecretsEndpoint", text(secrets.endpoint()));
    return endpoints;
  }

  private static String text(URI endpoint) {
    return endpoint.toString();
  }
}
