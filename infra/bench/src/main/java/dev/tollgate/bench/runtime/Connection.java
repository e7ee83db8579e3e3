package dev.tollgate.bench.runtime;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One connection of the runtime client. The client's native part keeps one for events and answers,
 * its Java part opens others for errors and for the restore.
 */
final class Connection implements Runnable {
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final String ACCEPTED = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n";
  private static final long TIMEOUT_MILLIS = Duration.ofSeconds(30).toMillis();
  private static final AtomicLong REQUESTS = new AtomicLong();

  private final RuntimeApi api;
  private final Socket socket;

  Connection(RuntimeApi api, Socket socket) {
    this.api = api;
    this.socket = socket;
  }

  @Override
  public void run() {
    try (socket;
        BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream()) {
      for (Optional<HttpRequest> request = HttpRequest.read(in);
          request.isPresent();
          request = HttpRequest.read(in)) {
        serve(request.get(), out);
      }
    } catch (IOException closed) {
      // The end of the process says more than the end of its connection; LambdaProcess reports it.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(HttpRequest request, OutputStream out)
      throws IOException, InterruptedException {
    String call = request.method() + " " + request.path().replaceFirst("^" + ROOT, "");
    switch (call) {
      case "GET invocation/next" -> sendEvent(out);
      case "GET restore/next" -> {
        api.awaitRestore();
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
      }
      case "POST init/error", "POST restore/error" -> {
        write(out, ACCEPTED);
        api.fail(request.body());
      }
      default -> {
        if (call.startsWith("POST invocation/")) {
          api.answered(call.endsWith("/error"), request.body());
          write(out, ACCEPTED);
        } else {
          write(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        }
      }
    }
  }

  private void sendEvent(OutputStream out) throws IOException, InterruptedException {
    Turn turn = api.nextTurn();
    byte[] event = turn.event().getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + event.length
            + "\r\nLambda-Runtime-Aws-Request-Id: 00000000-0000-4000-8000-%012d"
                .formatted(REQUESTS.incrementAndGet())
            + "\r\nLambda-Runtime-Deadline-Ms: "
            + (System.currentTimeMillis() + TIMEOUT_MILLIS)
            + "\r\nLambda-Runtime-Invoked-Function-Arn: "
            + "arn:aws:lambda:us-east-1:000000000000:function:bench"
            + "\r\nLambda-Runtime-Trace-Id: Root=1-00000000-000000000000000000000000;Sampled=0"
            + "\r\n\r\n";
    byte[] response = new byte[head.length() + event.length];
    System.arraycopy(head.getBytes(StandardCharsets.ISO_8859_1), 0, response, 0, head.length());
    System.arraycopy(event, 0, response, head.length(), event.length);
    turn.sent(System.nanoTime());
    out.write(response);
  }

  private static void write(OutputStream out, String response) throws IOException {
    out.write(response.getBytes(StandardCharsets.ISO_8859_1));
  }
}
