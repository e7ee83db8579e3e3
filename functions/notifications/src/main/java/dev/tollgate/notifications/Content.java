package dev.tollgate.notifications;

import java.util.Map;

/**
 * What one mail shows beside what every mail shows.
 *
 * @param link where its button leads
 * @param own the values that only its kind has
 */
record Content(MailKind kind, String link, Map<String, Shown> own) {
  Content {
    own = Map.copyOf(own);
  }
}
