package dev.tollgate.testkit.servers;

import java.time.Instant;
import java.util.List;

/**
 * A mail as it lies in one recipient's box.
 *
 * @param to the address it was delivered to, which a blind copy's headers do not show
 * @param text the plain part, empty where there is none
 * @param html the HTML part, empty where there is none
 * @param links what either part links to, in order, each once
 */
public record Mail(
    String to, String subject, String text, String html, List<String> links, Instant sentAt) {
  public Mail {
    links = List.copyOf(links);
  }

  /** Neither address nor content: records print themselves into logs. */
  @Override
  public String toString() {
    return "Mail[" + subject + "]";
  }
}
