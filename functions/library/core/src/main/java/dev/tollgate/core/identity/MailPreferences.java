package dev.tollgate.core.identity;

import java.util.EnumMap;
import java.util.Map;

/**
 * Which of the mails that can be turned off a person wants.
 *
 * @param chosen what they said; a topic that is not in it is as it is at first
 */
public record MailPreferences(Map<MailTopic, Boolean> chosen) {
  public static final MailPreferences NONE = new MailPreferences(Map.of());

  public MailPreferences {
    chosen = Map.copyOf(chosen);
  }

  public boolean wants(MailTopic topic) {
    return chosen.getOrDefault(topic, topic.wantedAtFirst());
  }

  public MailPreferences with(Map<MailTopic, Boolean> changed) {
    Map<MailTopic, Boolean> all = new EnumMap<>(MailTopic.class);
    all.putAll(chosen);
    all.putAll(changed);
    return new MailPreferences(all);
  }
}
