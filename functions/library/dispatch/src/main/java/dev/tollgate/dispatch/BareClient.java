package dev.tollgate.dispatch;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.config.Registry;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.config.SocketConfig;
import org.apache.http.conn.DnsResolver;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.NoConnectionReuseStrategy;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;

/** Apache's client with everything off that would act by itself. */
final class BareClient {
  /** More than the endpoints there can be, which are called side by side. */
  private static final int MOST_CONNECTIONS = 64;

  private static final int LONGEST_HEADER = 8_192;
  private static final int MOST_HEADERS = 100;

  private BareClient() {}

  static CloseableHttpClient of(DnsResolver names, SSLContext tls, Duration timeout) {
    int millis = Math.toIntExact(timeout.toMillis());
    return HttpClients.custom()
        .setConnectionManager(connections(names, tls, millis))
        .setConnectionReuseStrategy(NoConnectionReuseStrategy.INSTANCE)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectTimeout(millis)
                .setSocketTimeout(millis)
                .setConnectionRequestTimeout(millis)
                .setNormalizeUri(false)
                .build())
        .setUserAgent("Tollgate-Webhooks/1")
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableConnectionState()
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(
      DnsResolver names, SSLContext tls, int millis) {
    Registry<ConnectionSocketFactory> schemes =
        RegistryBuilder.<ConnectionSocketFactory>create()
            .register("https", new SSLConnectionSocketFactory(tls))
            .register("http", PlainConnectionSocketFactory.getSocketFactory())
            .build();
    PoolingHttpClientConnectionManager connections =
        new PoolingHttpClientConnectionManager(schemes, names);
    connections.setMaxTotal(MOST_CONNECTIONS);
    connections.setDefaultMaxPerRoute(MOST_CONNECTIONS);
    // For the handshake, which knows no other limit.
    connections.setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(millis).build());
    connections.setDefaultConnectionConfig(
        ConnectionConfig.custom()
            .setMessageConstraints(
                MessageConstraints.custom()
                    .setMaxLineLength(LONGEST_HEADER)
                    .setMaxHeaderCount(MOST_HEADERS)
                    .build())
            .build());
    return connections;
  }
}
