package dev.tollgate.testkit.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The addresses of SES's own mailbox simulator, and the events that SES publishes about a mail to
 * one of them. As there, nothing is published without a configuration set.
 */
final class MailSimulator {
  private static final String DOMAIN = "@simulator.amazonses.com";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private MailSimulator() {}

  /** The event as it lies in the body of a queue's record, with raw message delivery. */
  static Optional<String> event(String messageId, String address, JsonNode request, String at) {
    if (!request.path("ConfigurationSetName").isTextual()) {
      return Optional.empty();
    }
    return switch (address) {
      case "bounce" + DOMAIN -> Optional.of(bounce("General", messageId, address, request, at));
      case "suppressionlist" + DOMAIN ->
          Optional.of(bounce("Suppressed", messageId, address, request, at));
      case "complaint" + DOMAIN -> Optional.of(complaint(messageId, address, request, at));
      default -> Optional.empty();
    };
  }

  private static String bounce(
      String subtype, String messageId, String address, JsonNode request, String at) {
    ObjectNode event = event("Bounce", messageId, address, request, at);
    ObjectNode bounce = event.putObject("bounce");
    bounce.put("bounceType", "Permanent").put("bounceSubType", subtype);
    bounce.put("feedbackId", "feedback-" + messageId).put("timestamp", at);
    bounce.putArray("bouncedRecipients").addObject().put("emailAddress", address);
    return event.toString();
  }

  private static String complaint(String messageId, String address, JsonNode request, String at) {
    ObjectNode event = event("Complaint", messageId, address, request, at);
    ObjectNode complaint = event.putObject("complaint");
    complaint.put("complaintFeedbackType", "abuse");
    complaint.put("feedbackId", "feedback-" + messageId).put("timestamp", at);
    complaint.putArray("complainedRecipients").addObject().put("emailAddress", address);
    return event.toString();
  }

  private static ObjectNode event(
      String type, String messageId, String address, JsonNode request, String at) {
    ObjectNode event = JSON.createObjectNode().put("eventType", type);
    ObjectNode mail = event.putObject("mail");
    mail.put("messageId", messageId).put("timestamp", at);
    mail.put("source", request.path("FromEmailAddress").asText());
    mail.putArray("destination").add(address);
    ObjectNode tags = mail.putObject("tags");
    for (JsonNode tag : request.path("EmailTags")) {
      ArrayNode values = tags.putArray(tag.path("Name").asText());
      values.add(tag.path("Value").asText());
    }
    return event;
  }
}
