package dev.tollgate.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.local.console.Console;
import dev.tollgate.local.fake.Fakes;
import dev.tollgate.local.functions.Activity;
import dev.tollgate.local.template.Cors;
import dev.tollgate.local.template.Trigger;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

/** A gateway on a free port in front of one function that remembers its last event. */
final class RunningGateway implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-12T19:03:58.390Z");
  static final String OK = "{\"statusCode\":200,\"body\":\"ok\"}";

  private final Door door;
  private volatile String last = "";
  private final HttpClient client = HttpClient.newHttpClient();

  RunningGateway(UnaryOperator<String> function, Duration timeout, Cors cors) throws IOException {
    door = Door.take(0).orElseThrow();
    List<Trigger> routes =
        List.of(
            new Trigger.Route("GET", "/things"),
            new Trigger.Route("POST", "/things"),
            new Trigger.Route("GET", "/things/{id}"),
            new Trigger.Route("GET", "/things/special"),
            new Trigger.Route("ANY", "/all/{rest+}"));
    Gateway gateway =
        new Gateway(
            RouteTable.of(List.of(Fakes.definition("f", timeout, routes.toArray(Trigger[]::new)))),
            Fakes.functions("f", new Activity(), remembering(function)),
            cors,
            "127.0.0.1:" + door.port(),
            InstantSource.fixed(NOW));
    door.open(gateway, (exchange, body) -> Outgoing.message(200, "desk"), Console.silent());
  }

  static RunningGateway answering(String answer) throws IOException {
    return new RunningGateway(event -> answer, Duration.ofSeconds(20), Cors.NONE);
  }

  private UnaryOperator<String> remembering(UnaryOperator<String> function) {
    return event -> {
      last = event;
      return function.apply(event);
    };
  }

  JsonNode event() {
    return Fakes.json(last);
  }

  int port() {
    return door.port();
  }

  HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + target));
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> get(String target) throws IOException, InterruptedException {
    return send(request(target));
  }

  HttpResponse<byte[]> post(String target, String type, byte[] body)
      throws IOException, InterruptedException {
    return send(
        request(target)
            .header("content-type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** For what no HTTP client would send; answers the status line. */
  String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.lines().findFirst().orElse("");
    }
  }

  @Override
  public void close() {
    client.close();
    door.close();
  }
}
