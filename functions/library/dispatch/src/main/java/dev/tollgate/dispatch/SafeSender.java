package dev.tollgate.dispatch;

import dev.tollgate.core.outgoing.WebhookSender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.http.HttpHost;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.conn.DnsResolver;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * Calls an address, once. All of it has to be done within the time-out, however slowly they speak;
 * then the socket is closed under whatever is still going on.
 */
final class SafeSender implements WebhookSender, AutoCloseable {
  private final CloseableHttpClient client;
  private final Duration timeout;

  SafeSender(DnsResolver names, SSLContext tls, Duration timeout) {
    this.client = BareClient.of(names, tls, timeout);
    this.timeout = timeout;
  }

  @Override
  public Outcome send(Request request) {
    HttpPost post = post(request);
    FutureTask<Integer> call = new FutureTask<>(() -> status(host(request.url().uri()), post));
    Thread.ofVirtual().name("dispatch").start(call);
    try {
      return outcome(call.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return new Outcome.Unreachable("timed_out");
    } catch (ExecutionException | CancellationException e) {
      return Failures.outcome(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Unreachable("interrupted");
    } finally {
      post.abort();
    }
  }

  /** Of the body nothing is read: it says nothing that we would act on. */
  private int status(HttpHost host, HttpPost post) throws IOException {
    try (CloseableHttpResponse response = client.execute(host, post)) {
      return response.getStatusLine().getStatusCode();
    }
  }

  private static Outcome outcome(int status) {
    if (status == 410) {
      return new Outcome.Gone();
    }
    return status >= 200 && status < 300
        ? new Outcome.Accepted(status)
        : new Outcome.Refused(status);
  }

  private static HttpHost host(URI uri) {
    return new HttpHost(uri.getHost(), uri.getPort(), uri.getScheme());
  }

  private static HttpPost post(Request request) {
    HttpPost post = new HttpPost(pathAndQuery(request.url().uri()));
    post.setHeader("Content-Type", "application/json");
    post.setHeader("webhook-id", request.id().value());
    post.setHeader("webhook-timestamp", Long.toString(request.at().getEpochSecond()));
    post.setHeader("webhook-signature", request.signature());
    post.setEntity(new ByteArrayEntity(request.body().getBytes(StandardCharsets.UTF_8)));
    return post;
  }

  private static String pathAndQuery(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
