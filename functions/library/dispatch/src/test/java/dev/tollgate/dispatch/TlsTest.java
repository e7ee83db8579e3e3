package dev.tollgate.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.outgoing.EndpointUrl;
import dev.tollgate.core.outgoing.WebhookSender.Outcome;
import dev.tollgate.core.outgoing.WebhookSender.Request;
import dev.tollgate.testkit.servers.WebhookReceiver;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import org.apache.http.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a certificate for hooks.example.com that nobody vouches for. */
final class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path directory = Path.of("");

  private static @Nullable WebhookReceiver receiver;
  private static @Nullable SSLContext trusting;

  @BeforeAll
  static void start() throws Exception {
    File store = directory.resolve("keys.p12").toFile();
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "hooks",
                "-keyalg",
                "EC",
                "-dname",
                "CN=hooks",
                "-ext",
                "SAN=dns:hooks.example.com",
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.txt").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(
            SSLContexts.custom().loadKeyMaterial(store, PASSWORD, PASSWORD).build()));
    receiver = WebhookReceiver.of(server);
    trusting = SSLContexts.custom().loadTrustMaterial(store, PASSWORD).build();
  }

  @AfterAll
  static void stop() {
    receiver().close();
  }

  @Test
  void aCertificateForTheNameIsAccepted() {
    assertThat(send("hooks.example.com", trusting())).isEqualTo(new Outcome.Accepted(200));
  }

  @Test
  void oneForAnotherNameIsNot() {
    int before = receiver().received().size();

    assertThat(send("other.example.com", trusting()))
        .isEqualTo(new Outcome.Unreachable("tls_failed"));
    assertThat(receiver().received()).hasSize(before);
  }

  @Test
  void oneThatNobodyVouchesForIsNot() {
    assertThat(send("hooks.example.com", SSLContexts.createDefault()))
        .isEqualTo(new Outcome.Unreachable("tls_failed"));
  }

  private static Outcome send(String host, SSLContext tls) {
    CheckedNames here =
        new CheckedNames(_ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")}, _ -> true);
    try (SafeSender sender = new SafeSender(here, tls, Duration.ofSeconds(30))) {
      return sender.send(
          new Request(
              new EndpointUrl(URI.create("https://" + host + ":" + receiver().port() + "/")),
              new MessageId("msg_" + "0".repeat(26)),
              Instant.EPOCH,
              "v1,abc",
              "{}"));
    }
  }

  private static WebhookReceiver receiver() {
    return java.util.Objects.requireNonNull(receiver);
  }

  private static SSLContext trusting() {
    return java.util.Objects.requireNonNull(trusting);
  }
}
