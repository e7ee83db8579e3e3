package dev.tollgate.local;

import dev.tollgate.local.clock.StackClock;
import dev.tollgate.local.console.Console;
import dev.tollgate.local.secrets.StackSecrets;
import dev.tollgate.testkit.servers.DynamoDbServer;
import dev.tollgate.testkit.servers.MailServer;
import dev.tollgate.testkit.servers.QueueServer;
import dev.tollgate.testkit.servers.SecretsServer;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The real servers that stand in for AWS's, started side by side. */
record Servers(
    DynamoDbServer dynamoDb, QueueServer queues, MailServer mail, SecretsServer secrets) {

  private interface Start<T> {
    T start();
  }

  static Servers start(
      Storage storage, StackClock clock, StackSecrets secrets, Closing closing, Console console) {
    try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
      Future<QueueServer> queues =
          threads.submit(
              () ->
                  timed(
                      console,
                      "SQS",
                      () -> closing.add(QueueServer.start(storage.folder("queues"), 0)),
                      server -> "ElasticMQ, " + server.endpoint()));
      Future<DynamoDbServer> dynamoDb =
          threads.submit(
              () ->
                  timed(
                      console,
                      "DynamoDB",
                      () -> closing.add(DynamoDbServer.start(storage.folder("dynamodb"), 0)),
                      server -> "DynamoDB Local, " + server.endpoint()));
      Future<MailServer> mail =
          threads.submit(
              () ->
                  timed(
                      console,
                      "Mail",
                      () -> closing.add(MailServer.start(storage.folder("mail"), clock)),
                      server -> "SMTP 127.0.0.1:" + server.smtpPort() + " behind SES"));
      SecretsServer values = closing.add(SecretsServer.start(secrets::values));
      return new Servers(await(dynamoDb), await(queues), await(mail), values);
    }
  }

  private interface Describe<T> {
    String of(T started);
  }

  private static <T> T timed(Console console, String part, Start<T> start, Describe<T> describe) {
    long began = System.nanoTime();
    T started = start.start();
    console.ready(part, describe.of(started), Duration.ofNanos(System.nanoTime() - began));
    return started;
  }

  private static <T> T await(Future<T> starting) {
    try {
      return starting.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a server did not start", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while servers were starting", e);
    }
  }

  /** The parameters of the template that lead functions here instead of to AWS. */
  Map<String, String> endpoints() {
    Map<String, String> endpoints = new LinkedHashMap<>();
    endpoints.put("DynamodbEndpoint", text(dynamoDb.endpoint()));
    endpoints.put("SqsEndpoint", text(queues.endpoint()));
    endpoints.put("SesEndpoint", text(mail.sesEndpoint()));
    endpoints.put("SecretsEndpoint", text(secrets.endpoint()));
    return endpoints;
  }

  private static String text(URI endpoint) {
    return endpoint.toString();
  }
}
