package dev.tollgate.core.messages;

import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The one written form of a message, the same in the outbox, on the stream and on a queue: a flat
 * map of texts, which is a JSON object of strings on the wire. Names are kept for ever, since
 * messages outlive deployments.
 */
public final class MessageFields {
  private MessageFields() {}

  public static Map<String, String> write(Message message) {
    return Map.of(
        "id", message.id().value(),
        "tenant_id", message.tenant().value(),
        "at", message.at().toString(),
        "type", type(message.announcement()),
        "user_id", message.announcement().user().value());
  }

  /** Empty where the map is not a message of a kind we know; such a message is poison. */
  public static Optional<Message> read(Map<String, String> fields) {
    try {
      return announcement(text(fields, "type"), new UserId(text(fields, "user_id")))
          .map(
              announcement ->
                  new Message(
                      new MessageId(text(fields, "id")),
                      new TenantId(text(fields, "tenant_id")),
                      Instant.parse(text(fields, "at")),
                      announcement));
    } catch (IllegalArgumentException | java.time.format.DateTimeParseException malformed) {
      return Optional.empty();
    }
  }

  private static String type(Announcement announcement) {
    return switch (announcement) {
      case Announcement.VerificationRequested _ -> "verification_requested";
      case Announcement.PasswordResetRequested _ -> "password_reset_requested";
      case Announcement.PasswordChanged _ -> "password_changed";
    };
  }

  private static Optional<Announcement> announcement(String type, UserId user) {
    return switch (type) {
      case "verification_requested" -> Optional.of(new Announcement.VerificationRequested(user));
      case "password_reset_requested" -> Optional.of(new Announcement.PasswordResetRequested(user));
      case "password_changed" -> Optional.of(new Announcement.PasswordChanged(user));
      default -> Optional.empty();
    };
  }

  private static String text(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("a message without " + name);
    }
    return value;
  }
}
