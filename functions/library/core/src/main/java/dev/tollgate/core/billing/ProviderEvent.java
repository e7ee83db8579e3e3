package dev.tollgate.core.billing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * That something happened at the payment provider, and to whom. It says nothing of what is true
 * now: that is asked for when the event is applied.
 *
 * @param id the provider's own; the same for every delivery of the event
 * @param type in the provider's words, such as {@code invoice.paid}
 * @param subject the provider's id of what it happened to
 * @param customer empty where the event does not say
 */
public record ProviderEvent(
    String id, String type, Instant createdAt, String subject, Optional<String> customer) {

  /** Events of one lane are applied one after the other. */
  public String lane() {
    return customer.orElse(subject);
  }

  /** Whether its subject is a contract. */
  public boolean isOfContract() {
    return type.startsWith("customer.subscription.");
  }

  /** The written form on the queue: a flat map of texts, its names kept for ever. */
  public Map<String, String> fields() {
    Map<String, String> fields =
        new TreeMap<>(
            Map.of("id", id, "type", type, "created_at", createdAt.toString(), "subject", subject));
    customer.ifPresent(known -> fields.put("customer", known));
    return fields;
  }

  /** Empty where the map is no event; such a message is poison. */
  public static Optional<ProviderEvent> read(Map<String, String> fields) {
    String id = fields.get("id");
    String type = fields.get("type");
    String createdAt = fields.get("created_at");
    String subject = fields.get("subject");
    if (id == null || type == null || createdAt == null || subject == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ProviderEvent(
              id,
              type,
              Instant.parse(createdAt),
              subject,
              Optional.ofNullable(fields.get("customer"))));
    } catch (java.time.format.DateTimeParseException malformed) {
      return Optional.empty();
    }
  }
}
