package dev.tollgate.aws;

import java.time.Duration;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/**
 * The pool of connections that all clients share. It can be emptied while clients hold it, because
 * a connection that was open when a snapshot was taken is dead in every copy.
 */
final class Connections implements SdkHttpClient {
  /** More than the threads of one function instance will ever use at once. */
  private static final int MOST = 50;

  /**
   * Inside one region a handshake takes single milliseconds; a second means that nobody is there.
   */
  private static final Duration CONNECT = Duration.ofSeconds(1);

  /** Between two packets of one answer. */
  private static final Duration SILENCE = Duration.ofSeconds(3);

  private volatile SdkHttpClient pool = open();

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return pool.prepareRequest(request);
  }

  @Override
  public String clientName() {
    return pool.clientName();
  }

  void reopen() {
    SdkHttpClient dead = pool;
    pool = open();
    dead.close();
  }

  @Override
  public void close() {
    pool.close();
  }

  private static SdkHttpClient open() {
    return ApacheHttpClient.builder()
        .maxConnections(MOST)
        .connectionTimeout(CONNECT)
        .connectionAcquisitionTimeout(CONNECT)
        .socketTimeout(SILENCE)
        .tcpKeepAlive(true)
        .build();
  }
}
