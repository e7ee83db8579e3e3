package dev.tollgate.client;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One attempt over HTTP. */
final class Wire {
  /** The longest answer, everything a tenant may do, has some kilobytes. */
  private static final long MOST_BYTES = 1_000_000;

  private final Settings settings;

  Wire(Settings settings) {
    this.settings = settings;
  }

  /**
   * The request's own timeout ends with the headers (JDK 25), so a body that never ends would hold
   * the caller for ever; this waits for the whole answer and then drops the connection.
   */
  Attempt send(Ask ask) throws InterruptedException {
    BodyHandler<byte[]> body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES);
    CompletableFuture<HttpResponse<byte[]>> answer =
        settings.http().sendAsync(ask.request(settings), body);
    try {
      long millis = Math.max(1, settings.timeout().toMillis());
      return new Attempt.Answered(Reply.of(answer.get(millis, TimeUnit.MILLISECONDS)));
    } catch (ExecutionException e) {
      return new Attempt.Lost(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      return new Attempt.Lost(new HttpTimeoutException("no whole answer in time"));
    } finally {
      answer.cancel(true); // changes nothing once it is complete
    }
  }
}
