package dev.tollgate.core.messages;

import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.TenantId;
import java.util.Map;
import java.util.Optional;

/**
 * A mail ready to be sent, in both forms that a reader may choose.
 *
 * @param headers beside those that every mail has, by name
 * @param onBehalfOf the tenant that writes to others through us; empty for our own mails
 */
public record Mail(
    EmailAddress to,
    String subject,
    String text,
    String html,
    Map<String, String> headers,
    Optional<TenantId> onBehalfOf) {
  public Mail {
    headers = Map.copyOf(headers);
  }

  /** One of our own, with nothing special about it. */
  public Mail(EmailAddress to, String subject, String text, String html) {
    this(to, subject, text, html, Map.of(), Optional.empty());
  }

  public Mail withHeaders(Map<String, String> more) {
    return new Mail(to, subject, text, html, more, onBehalfOf);
  }

  public Mail sentFor(TenantId tenant) {
    return new Mail(to, subject, text, html, headers, Optional.of(tenant));
  }
}
