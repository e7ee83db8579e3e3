package dev.tollgate.testkit.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Consumer;

/** SES v2's SendEmail, Simple and Raw, handed on by SMTP. Everything else is refused. */
final class SesServer implements AutoCloseable {
  private static final String PATH = "/v2/email/outbound-emails";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Session session;
  private final JsonServer server;
  private final InstantSource clock;
  private volatile Consumer<String> events = _ -> {};

  private SesServer(int smtpPort, InstantSource clock) {
    this.clock = clock;
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(smtpPort));
    session = Session.getInstance(properties);
    server = JsonServer.start(0, this::answer);
  }

  static SesServer start(int smtpPort, InstantSource clock) {
    return new SesServer(smtpPort, clock);
  }

  URI endpoint() {
    return server.endpoint();
  }

  private JsonServer.Answer answer(HttpExchange exchange) throws IOException {
    JsonNode request = JSON.readTree(exchange.getRequestBody());
    if (!exchange.getRequestURI().getPath().equals(PATH)
        || !exchange.getRequestMethod().equals("POST")) {
      return refusal(404, "NotFoundException", "only SendEmail is served here");
    }
    try {
      String id = "local-" + UUID.randomUUID();
      MimeMessage message = OutgoingMail.compose(session, request);
      message.saveChanges();
      message.setHeader("Message-ID", "<" + id + "@local.amazonses.com>");
      Address[] recipients = recipients(request.path("Destination"), message);
      Transport.send(message, recipients);
      publish(id, recipients, request);
      ObjectNode body = JSON.createObjectNode();
      body.put("MessageId", id);
      return new JsonServer.Answer(200, body);
    } catch (MessagingException e) {
      return refusal(400, "BadRequestException", "the mail cannot be sent as it is");
    }
  }

  /** Takes what SES publishes about mails to its simulator. */
  void onEvent(Consumer<String> consumer) {
    events = consumer;
  }

  private void publish(String id, Address[] recipients, JsonNode request) {
    String at = clock.instant().toString();
    for (Address recipient : recipients) {
      if (recipient instanceof InternetAddress address) {
        MailSimulator.event(id, address.getAddress(), request, at).ifPresent(events);
      }
    }
  }

  private static Address[] recipients(JsonNode destination, MimeMessage message)
      throws MessagingException {
    List<Address> recipients = new ArrayList<>();
    for (String kind : List.of("ToAddresses", "CcAddresses", "BccAddresses")) {
      for (JsonNode address : destination.path(kind)) {
        recipients.add(new InternetAddress(address.asText(), true));
      }
    }
    return recipients.isEmpty() ? message.getAllRecipients() : recipients.toArray(Address[]::new);
  }

  private static JsonServer.Answer refusal(int status, String type, String message) {
    ObjectNode body = JSON.createObjectNode();
    body.put("message", message);
    return new JsonServer.Answer(status, body, Map.of("x-amzn-ErrorType", type));
  }

  @Override
  public void close() {
    server.close();
  }
}
