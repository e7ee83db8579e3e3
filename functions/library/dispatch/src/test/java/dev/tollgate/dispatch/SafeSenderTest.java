package dev.tollgate.dispatch;

import static dev.tollgate.testkit.servers.WebhookReceiver.endless;
import static dev.tollgate.testkit.servers.WebhookReceiver.redirect;
import static dev.tollgate.testkit.servers.WebhookReceiver.silence;
import static dev.tollgate.testkit.servers.WebhookReceiver.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.outgoing.EndpointUrl;
import dev.tollgate.core.outgoing.Reach;
import dev.tollgate.core.outgoing.WebhookSender.Outcome;
import dev.tollgate.core.outgoing.WebhookSender.Request;
import dev.tollgate.testkit.servers.WebhookReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.http.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SafeSenderTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final MessageId ID = new MessageId("msg_" + "0".repeat(26));

  private final WebhookReceiver receiver = WebhookReceiver.start();
  private final List<String> resolved = new ArrayList<>();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void theRequestIsWhatWasSignedWithItsHeaders() {
    assertThat(send(receiver.url("/hook?a=1&b=%2F"))).isEqualTo(new Outcome.Accepted(200));

    assertThat(receiver.received())
        .containsExactly(
            new WebhookReceiver.Received(
                "/hook?a=1&b=%2F", ID.value(), "1777888800", "v1,abc v1,def", "{\"a\":\"b\"}"));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void any2xxIsSuccess(int status) {
    receiver.answers(status(status));

    assertThat(send(receiver.url("/"))).isEqualTo(new Outcome.Accepted(status));
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 304, 400, 401, 404, 408, 429, 500, 503})
  void everyOtherStatusIsARefusalAndNothingIsTriedAgainHere(int status) {
    receiver.answers(status(status));

    assertThat(send(receiver.url("/"))).isEqualTo(new Outcome.Refused(status));
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void nobodyIsRedirected() {
    try (WebhookReceiver elsewhere = WebhookReceiver.start()) {
      receiver.answers(redirect(elsewhere.url("/stolen")));

      assertThat(send(receiver.url("/"))).isEqualTo(new Outcome.Refused(302));
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void fourTenMeansGone() {
    receiver.answers(status(410));

    assertThat(send(receiver.url("/"))).isEqualTo(new Outcome.Gone());
  }

  @Test
  void aBodyWithoutAnEndIsNotRead() {
    receiver.answers(endless(200), endless(500));

    assertThat(send(receiver.url("/"))).isEqualTo(new Outcome.Accepted(200));
    assertThat(send(receiver.url("/"))).isEqualTo(new Outcome.Refused(500));
  }

  @Test
  void whoSaysNothingIsNotWaitedForLongerThanTheTimeout() {
    receiver.answers(silence());

    assertThat(send(receiver.url("/"), SHORT)).isEqualTo(new Outcome.Unreachable("timed_out"));
  }

  /** Each line comes well within a read's own limit, so only the limit over all of it helps. */
  @Test
  void whoSpeaksWithoutEverComingToTheEndIsCutOff() throws IOException {
    try (ServerSocket server = listening()) {
      CountDownLatch hungUp = new CountDownLatch(1);
      Thread.ofVirtual().start(() -> drip(server, hungUp));

      assertThat(send("http://127.0.0.1:" + server.getLocalPort(), SHORT))
          .isEqualTo(new Outcome.Unreachable("timed_out"));
      assertThat(awaited(hungUp)).as("the socket was closed under it").isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SSH-2.0-OpenSSH_9.6\r\n", "HTTP/1.1 abc\r\n\r\n"})
  void whatIsNoAnswerIsAFailure(String spoken) throws IOException {
    try (ServerSocket server = listening()) {
      Thread.ofVirtual().start(() -> say(server, spoken));

      assertThat(send("http://127.0.0.1:" + server.getLocalPort()))
          .isEqualTo(new Outcome.Unreachable("no_answer"));
    }
  }

  @Test
  void headersWithoutEndAreAFailure() throws IOException {
    try (ServerSocket server = listening()) {
      Thread.ofVirtual()
          .start(() -> say(server, "HTTP/1.1 200 OK\r\n" + "X-Y: z\r\n".repeat(10_000)));

      assertThat(send("http://127.0.0.1:" + server.getLocalPort()))
          .isEqualTo(new Outcome.Unreachable("no_answer"));
    }
  }

  @Test
  void whereNobodyListensIsAFailure() throws IOException {
    int port;
    try (ServerSocket free = listening()) {
      port = free.getLocalPort();
    }
    assertThat(send("http://127.0.0.1:" + port))
        .isEqualTo(new Outcome.Unreachable("not_connected"));
  }

  @Test
  void aNameThatStandsForNothingIsAFailure() {
    CheckedNames nothing =
        new CheckedNames(
            host -> {
              throw new UnknownHostException(host);
            },
            _ -> true);

    assertThat(send("http://gone.example.com:8080", nothing, LONG))
        .isEqualTo(new Outcome.Unreachable("unknown_host"));
    assertThat(send("http://gone.example.com:8080", names(), LONG))
        .isEqualTo(new Outcome.Unreachable("unknown_host"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "100.64.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.168.1.1",
        "192.0.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "0.0.0.0",
        "::1",
        "fe80::1",
        "fd00:ec2::254",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2"
      })
  void aNameThatStandsForAPrivateAddressIsNotCalled(String address) {
    CheckedNames inside =
        new CheckedNames(
            _ -> new InetAddress[] {InetAddress.ofLiteral(address)}, Reach.PUBLIC::allows);

    assertThat(send("http://hooks.example.com:" + receiver.port(), inside, LONG))
        .isEqualTo(new Outcome.Forbidden());
    assertThat(receiver.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "localhost"})
  void anAddressThatIsWrittenOutIsCheckedLikeAName(String host) {
    CheckedNames machine = new CheckedNames(InetAddress::getAllByName, Reach.PUBLIC::allows);
    Request raw = request(URI.create("http://127.0.0.1:" + receiver.port()), host);

    try (SafeSender sender = new SafeSender(machine, SSLContexts.createDefault(), LONG)) {
      assertThat(sender.send(raw))
          .isIn(new Outcome.Forbidden(), new Outcome.Unreachable("unknown_host"));
    }
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void oneBadAddressAmongGoodOnesSpoilsTheName() {
    CheckedNames mixed =
        new CheckedNames(
            _ ->
                new InetAddress[] {
                  InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("127.0.0.1")
                },
            Reach.PUBLIC::allows);

    assertThat(send("http://hooks.example.com:" + receiver.port(), mixed, LONG))
        .isEqualTo(new Outcome.Forbidden());
    assertThat(receiver.received()).isEmpty();
  }

  /** 127.0.0.2 plays the public internet: the first answer is good, every later one is not. */
  @Test
  void aNameThatChangesItsMindIsCalledWhereItWasCheckedOrNotAtAll() {
    try (WebhookReceiver outside = WebhookReceiver.start("127.0.0.2")) {
      InetAddress good = InetAddress.ofLiteral("127.0.0.2");
      InetAddress bad = InetAddress.ofLiteral("127.0.0.1");
      CheckedNames rebinding =
          new CheckedNames(
              host -> {
                resolved.add(host);
                return new InetAddress[] {resolved.size() == 1 ? good : bad};
              },
              good::equals);
      String url = "http://hooks.example.com:" + outside.port();

      assertThat(send(url, rebinding, LONG)).isEqualTo(new Outcome.Accepted(200));
      assertThat(resolved).as("asked once for a call").hasSize(1);
      assertThat(outside.received()).hasSize(1);
      assertThat(send(url, rebinding, LONG)).isEqualTo(new Outcome.Forbidden());
      assertThat(outside.received()).hasSize(1);
    }
  }

  private Outcome send(String url) {
    return send(url, LONG);
  }

  private Outcome send(String url, Duration timeout) {
    return send(url, names(), timeout);
  }

  private static Outcome send(String url, CheckedNames names, Duration timeout) {
    try (SafeSender sender = new SafeSender(names, SSLContexts.createDefault(), timeout)) {
      return sender.send(request(URI.create(url)));
    }
  }

  private static CheckedNames names() {
    return new CheckedNames(
        host -> {
          if (host.equals("127.0.0.1")) {
            return InetAddress.getAllByName(host);
          }
          throw new UnknownHostException(host);
        },
        Reach.LOCAL_TOO::allows);
  }

  private static Request request(URI uri) {
    return new Request(
        new EndpointUrl(uri),
        ID,
        Instant.parse("2026-05-04T10:00:00Z"),
        "v1,abc v1,def",
        "{\"a\":\"b\"}");
  }

  /** With a host that no address of ours could be parsed with. */
  private static Request request(URI uri, String host) {
    return request(URI.create(uri.getScheme() + "://" + host + ":" + uri.getPort() + "/"));
  }

  private static ServerSocket listening() throws IOException {
    ServerSocket server = new ServerSocket();
    server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    return server;
  }

  private static void say(ServerSocket server, String spoken) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write(spoken.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
    } catch (IOException hungUp) {
      return;
    }
  }

  private static void drip(ServerSocket server, CountDownLatch hungUp) {
    CountDownLatch never = new CountDownLatch(1);
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write("HTTP/1.1 200 ".getBytes(StandardCharsets.US_ASCII));
      while (!never.await(20, TimeUnit.MILLISECONDS)) {
        socket.getOutputStream().write('x');
        socket.getOutputStream().flush();
      }
    } catch (IOException gone) {
      hungUp.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
