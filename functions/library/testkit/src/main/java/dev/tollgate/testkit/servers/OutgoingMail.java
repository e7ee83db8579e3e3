package dev.tollgate.testkit.servers;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.util.Base64;

/** Builds the MIME message that SES would build from a SendEmail request. */
final class OutgoingMail {
  private static final String UTF_8 = "UTF-8";

  private OutgoingMail() {}

  static MimeMessage compose(Session session, JsonNode request) throws MessagingException {
    JsonNode raw = request.path("Content").path("Raw").path("Data");
    return raw.isTextual() ? raw(session, raw.asText()) : simple(session, request);
  }

  private static MimeMessage raw(Session session, String base64) throws MessagingException {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return new MimeMessage(session, new ByteArrayInputStream(bytes));
    } catch (IllegalArgumentException e) {
      throw new MessagingException("not base64", e);
    }
  }

  private static MimeMessage simple(Session session, JsonNode request) throws MessagingException {
    JsonNode content = request.path("Content").path("Simple");
    MimeMessage message = new MimeMessage(session);
    message.setFrom(address(request.path("FromEmailAddress")));
    for (JsonNode to : request.path("Destination").path("ToAddresses")) {
      message.addRecipient(RecipientType.TO, address(to));
    }
    for (JsonNode cc : request.path("Destination").path("CcAddresses")) {
      message.addRecipient(RecipientType.CC, address(cc));
    }
    message.setSubject(content.path("Subject").path("Data").asText(), UTF_8);
    for (JsonNode header : content.path("Headers")) {
      message.setHeader(header.path("Name").asText(), header.path("Value").asText());
    }
    message.setContent(bodies(content.path("Body")));
    return message;
  }

  private static MimeMultipart bodies(JsonNode body) throws MessagingException {
    MimeMultipart alternatives = new MimeMultipart("alternative");
    add(alternatives, body.path("Text"), "plain");
    add(alternatives, body.path("Html"), "html");
    if (alternatives.getCount() == 0) {
      throw new MessagingException("a mail needs a body");
    }
    return alternatives;
  }

  private static void add(MimeMultipart alternatives, JsonNode body, String subtype)
      throws MessagingException {
    if (body.path("Data").isTextual()) {
      MimeBodyPart part = new MimeBodyPart();
      part.setText(body.path("Data").asText(), UTF_8, subtype);
      alternatives.addBodyPart(part);
    }
  }

  private static InternetAddress address(JsonNode node) throws AddressException {
    return new InternetAddress(node.asText(), true);
  }
}
