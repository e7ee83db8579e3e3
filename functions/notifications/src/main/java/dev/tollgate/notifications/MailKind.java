package dev.tollgate.notifications;

import java.util.Locale;
import java.util.Set;

/** A mail we can write. */
enum MailKind {
  VERIFICATION_REQUESTED("lifetime"),
  PASSWORD_RESET_REQUESTED("lifetime"),
  PASSWORD_CHANGED("time");

  private final String own;

  MailKind(String own) {
    this.own = own;
  }

  /** What its templates must show, no more and no less. */
  Set<String> names() {
    return Set.of("product", "name", "account", "link", own);
  }

  /** What its template files are called, before the ending. */
  String file() {
    return name().toLowerCase(Locale.ROOT);
  }
}
