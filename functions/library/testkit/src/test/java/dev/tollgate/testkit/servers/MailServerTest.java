package dev.tollgate.testkit.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;

class MailServerTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  @Test
  void aSimpleMailIsReadBackFromTheWire() {
    try (MailServer server = MailServer.inMemory(CLOCK);
        SesV2Client client = LocalAws.client(SesV2Client.builder(), server.sesEndpoint())) {
      send(client, "asha@example.com", "₹ दिवाली");

      Mail mail = server.box().to("Asha@example.com").getFirst();
      assertThat(mail.subject()).isEqualTo("₹ दिवाली");
      assertThat(mail.text()).contains("₹ plain");
      assertThat(mail.html()).contains("<b>₹</b>");
      assertThat(mail.links())
          .containsExactly(
              "https://app.example.com/plain?token=1", "https://app.example.com/v?a=1&token=t");
      assertThat(mail.sentAt()).isEqualTo(NOW);
      assertThat(mail.toString()).doesNotContain("asha");
    }
  }

  @Test
  void blindCopiesGetAMailOfTheirOwnAndTheNewestStandsFirst() {
    try (MailServer server = MailServer.inMemory(CLOCK);
        SesV2Client client = LocalAws.client(SesV2Client.builder(), server.sesEndpoint())) {
      send(client, "asha@example.com", "older");
      send(client, "asha@example.com", "newer");

      assertThat(server.box().to("asha@example.com"))
          .extracting(Mail::subject)
          .containsExactly("newer", "older");
      assertThat(server.box().to("audit@example.com")).hasSize(2);
      assertThat(server.box().to("nobody@example.com")).isEmpty();
    }
  }

  @Test
  void aRawMailIsDelivered() {
    String raw =
        "From: no-reply@example.com\r\nTo: ravi@example.com\r\nSubject: raw\r\n\r\nhello\r\n";
    try (MailServer server = MailServer.inMemory(CLOCK);
        SesV2Client client = LocalAws.client(SesV2Client.builder(), server.sesEndpoint())) {
      client.sendEmail(
          e ->
              e.content(
                  c ->
                      c.raw(
                          r ->
                              r.data(
                                  SdkBytes.fromByteArray(raw.getBytes(StandardCharsets.UTF_8))))));

      assertThat(server.box().to("ravi@example.com").getFirst().text()).contains("hello");
    }
  }

  @Test
  void anAddressThatIsNoneIsRefusedAsSesWould() {
    try (MailServer server = MailServer.inMemory(CLOCK);
        SesV2Client client = LocalAws.client(SesV2Client.builder(), server.sesEndpoint())) {
      assertThatThrownBy(() -> send(client, "no address at all", "x"))
          .isInstanceOf(BadRequestException.class);
      assertThat(server.box().all()).isEmpty();
    }
  }

  @Test
  void mailsAreThereAfterARestart(@TempDir Path directory) {
    try (MailServer server = MailServer.in(directory, CLOCK);
        SesV2Client client = LocalAws.client(SesV2Client.builder(), server.sesEndpoint())) {
      send(client, "asha@example.com", "kept");
    }
    try (MailServer server = MailServer.in(directory, CLOCK)) {
      assertThat(server.box().all())
          .hasSize(2)
          .first()
          .satisfies(
              m -> {
                assertThat(m.subject()).isEqualTo("kept");
                assertThat(m.links()).hasSize(2);
              });
    }
  }

  private static void send(SesV2Client client, String to, String subject) {
    client.sendEmail(
        e ->
            e.fromEmailAddress("Tollgate <no-reply@example.com>")
                .destination(d -> d.toAddresses(to).bccAddresses("audit@example.com"))
                .content(
                    c ->
                        c.simple(
                            s ->
                                s.subject(x -> x.data(subject))
                                    .body(
                                        b ->
                                            b.text(
                                                    t ->
                                                        t.data(
                                                            "₹ plain:"
                                                                + " https://app.example.com/plain?token=1."))
                                                .html(
                                                    h ->
                                                        h.data(
                                                            "<b>₹</b><a"
                                                                + " href=\"https://app.example.com/v?a=1&amp;token=t\">go</a>"))))));
  }
}
