package dev.tollgate.notifications;

import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.lambda.json.Json;
import dev.tollgate.lambda.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the mail service says became of a mail, as SES publishes it (event publishing, {@code
 * eventType}). Addresses that we would never have written to are left out.
 */
sealed interface MailEvent {

  /** The mailbox is not there, or will never take a mail. */
  record Bounced(List<EmailAddress> addresses) implements MailEvent {}

  /**
   * Somebody called it spam.
   *
   * @param id of the complaint at whoever reported it
   * @param onBehalfOf the tenant that sent it, if it was not ours
   */
  record Complained(List<EmailAddress> addresses, String id, Optional<TenantId> onBehalfOf)
      implements MailEvent {}

  /** Nothing follows from it: a full mailbox, a delivery, a word of a later version. */
  record OfNoConsequence(String type) implements MailEvent {}

  /** Taken out of the spam folder by hand, and a report on how mails are signed. */
  Set<String> NO_COMPLAINTS = Set.of("not-spam", "auth-failure");

  /** What SES says first to a topic that is new to it, in no format of its events. */
  String GREETING = "Successfully validated SNS topic for Amazon SES event publishing.";

  /** Empty where it is no such event. */
  static Optional<MailEvent> read(String body) {
    if (body.strip().equals(GREETING)) {
      return Optional.of(new OfNoConsequence("validation"));
    }
    try {
      return Json.read(body.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> event
              && event.get("eventType") instanceof String type
          ? Optional.ofNullable(event(type, event))
          : Optional.empty();
    } catch (MalformedJson poison) {
      return Optional.empty();
    }
  }

  private static @Nullable MailEvent event(String type, Map<?, ?> event) {
    return switch (type) {
      case "Bounce" -> event.get("bounce") instanceof Map<?, ?> bounce ? bounced(bounce) : null;
      case "Complaint" ->
          event.get("complaint") instanceof Map<?, ?> complaint
              ? complained(complaint, tenant(event))
              : null;
      default -> new OfNoConsequence("other");
    };
  }

  private static @Nullable MailEvent bounced(Map<?, ?> bounce) {
    if (!(bounce.get("bounceType") instanceof String type)
        || !(bounce.get("bouncedRecipients") instanceof List<?> recipients)) {
      return null;
    }
    return type.equals("Permanent")
        ? new Bounced(addresses(recipients))
        : new OfNoConsequence("bounce_that_may_pass");
  }

  private static @Nullable MailEvent complained(Map<?, ?> complaint, Optional<TenantId> tenant) {
    if (!(complaint.get("complainedRecipients") instanceof List<?> recipients)
        || !(complaint.get("feedbackId") instanceof String id)
        || id.isEmpty()) {
      return null;
    }
    if (complaint.get("complaintFeedbackType") instanceof String type
        && NO_COMPLAINTS.contains(type)) {
      return new OfNoConsequence(type);
    }
    // Not sent at all, because of a complaint before: none about this mail's sender.
    boolean old = "OnAccountSuppressionList".equals(complaint.get("complaintSubType"));
    return new Complained(addresses(recipients), id, old ? Optional.empty() : tenant);
  }

  private static List<EmailAddress> addresses(List<?> recipients) {
    List<EmailAddress> addresses = new ArrayList<>();
    for (Object recipient : recipients) {
      if (recipient instanceof Map<?, ?> one && one.get("emailAddress") instanceof String text) {
        EmailAddress.parse(text).ifPresent(addresses::add);
      }
    }
    return addresses;
  }

  /** By the tag that the mailer gives to mails of tenants. */
  private static Optional<TenantId> tenant(Map<?, ?> event) {
    return event.get("mail") instanceof Map<?, ?> mail
            && mail.get("tags") instanceof Map<?, ?> tags
            && tags.get("tenant") instanceof List<?> values
            && values.size() == 1
            && values.getFirst() instanceof String id
        ? TenantId.parse(id)
        : Optional.empty();
  }
}
