package dev.tollgate.notifications;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A mail we can write. */
enum MailKind {
  VERIFICATION_REQUESTED,
  PASSWORD_RESET_REQUESTED,
  PASSWORD_CHANGED,
  SUBSCRIPTION_STARTED,
  SUBSCRIPTION_ENDED,
  PAYMENT_RECEIVED,
  PAYMENT_FAILED,
  /** The same where nobody but the reader will try again. */
  PAYMENT_FAILED_FINALLY,
  PAYMENT_ACTION_REQUIRED,
  PAYMENT_REFUNDED,
  ACCOUNT_SUSPENDED,
  ACCOUNT_RESTORED,
  LIMIT_NEAR,
  /** The same where all of it is used. */
  LIMIT_REACHED;

  private static final Set<String> OF_EVERY_KIND = Set.of("product", "name", "account", "link");

  /** What its templates must show, no more and no less. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(OF_EVERY_KIND);
    names.addAll(own());
    return names;
  }

  private Set<String> own() {
    return switch (this) {
      case VERIFICATION_REQUESTED, PASSWORD_RESET_REQUESTED -> Set.of("lifetime");
      case PASSWORD_CHANGED -> Set.of("time");
      case SUBSCRIPTION_STARTED, SUBSCRIPTION_ENDED -> Set.of("plan");
      case PAYMENT_RECEIVED -> Set.of("amount", "number");
      case PAYMENT_FAILED -> Set.of("amount", "date");
      case PAYMENT_FAILED_FINALLY, PAYMENT_ACTION_REQUIRED, PAYMENT_REFUNDED -> Set.of("amount");
      case ACCOUNT_SUSPENDED -> Set.of("reason");
      case ACCOUNT_RESTORED -> Set.of();
      case LIMIT_NEAR -> Set.of("meter", "percent", "used", "limit", "consequence");
      case LIMIT_REACHED -> Set.of("meter", "used", "limit", "consequence");
    };
  }

  /** What its template files are called, before the ending. */
  String file() {
    return name().toLowerCase(Locale.ROOT);
  }
}
