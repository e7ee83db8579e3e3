package dev.tollgate.core.trials;

import dev.tollgate.core.editions.TrialScope;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
import java.util.Optional;
import java.util.Set;

/**
 * A mailbox as trials count it, by its fingerprint alone. An address can be guessed, so whoever
 * holds the fingerprint and an address can tell whether they belong together, and nothing else.
 */
public record Mailbox(Fingerprint fingerprint) {
  /** One service under two names. */
  private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");

  /** Empty where trials are not counted by mailbox. */
  public static Optional<Mailbox> of(EmailAddress email, TrialScope scope) {
    return switch (scope) {
      case TENANT -> Optional.empty();
      case EMAIL -> Optional.of(new Mailbox(Fingerprint.of(email.value())));
      case MAILBOX -> Optional.of(new Mailbox(Fingerprint.of(folded(email.value()))));
    };
  }

  /**
   * The spelling that all aliases share: without what follows a plus, which most services ignore,
   * and at Gmail without dots too.
   */
  static String folded(String address) {
    int at = address.indexOf('@');
    String local = address.substring(0, at);
    String domain = address.substring(at + 1);
    int plus = local.indexOf('+');
    String name = plus > 0 ? local.substring(0, plus) : local;
    return GMAIL.contains(domain) ? name.replace(".", "") + "@gmail.com" : name + "@" + domain;
  }
}
