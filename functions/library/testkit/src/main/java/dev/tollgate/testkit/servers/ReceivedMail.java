package dev.tollgate.testkit.servers;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;

/** Reads a mail back from what went over the wire. */
final class ReceivedMail {
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder html = new StringBuilder();

  private ReceivedMail() {}

  static Mail parse(String recipient, MimeMessage message, Instant now) throws MessagingException {
    ReceivedMail bodies = new ReceivedMail();
    try {
      bodies.collect(message);
    } catch (IOException e) {
      throw new MessagingException("the mail cannot be read", e);
    }
    String subject = message.getSubject() == null ? "" : message.getSubject();
    String text = bodies.text.toString();
    String html = bodies.html.toString();
    return new Mail(recipient, subject, text, html, Links.in(text, html), now);
  }

  private void collect(Part part) throws MessagingException, IOException {
    if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      return;
    }
    if (part.isMimeType("text/plain")) {
      text.append(part.getContent());
    } else if (part.isMimeType("text/html")) {
      html.append(part.getContent());
    } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        collect(parts.getBodyPart(i));
      }
    }
  }
}
