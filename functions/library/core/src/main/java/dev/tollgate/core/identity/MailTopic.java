package dev.tollgate.core.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Mails that a person may do without. What is about security, money, the standing of the account or
 * the law belongs to no topic and cannot be turned off. Stored by its {@link #wireName()}, so names
 * are kept.
 */
public enum MailTopic {
  /** That a trial will end, where nothing is charged then. Wanted unless turned off. */
  TRIAL_REMINDERS(true),
  /** That a limit is near or reached. Wanted unless turned off. */
  LIMIT_ALERTS(true),
  /** What is new in the product: advertising by law, so nobody gets it who did not ask for it. */
  PRODUCT_NEWS(false);

  private final boolean wantedAtFirst;

  MailTopic(boolean wantedAtFirst) {
    this.wantedAtFirst = wantedAtFirst;
  }

  public boolean wantedAtFirst() {
    return wantedAtFirst;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<MailTopic> parse(String wireName) {
    return Arrays.stream(values()).filter(topic -> topic.wireName().equals(wireName)).findFirst();
  }
}
