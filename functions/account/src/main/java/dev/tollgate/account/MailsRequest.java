package dev.tollgate.account;

import dev.tollgate.core.identity.MailTopic;
import io.micronaut.core.annotation.Introspected;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which mails somebody wants; what is absent stays. */
@Introspected
record MailsRequest(
    @Nullable Boolean trialReminders,
    @Nullable Boolean limitAlerts,
    @Nullable Boolean productNews) {
  Map<MailTopic, Boolean> choices() {
    Map<MailTopic, Boolean> choices = new EnumMap<>(MailTopic.class);
    put(choices, MailTopic.TRIAL_REMINDERS, trialReminders);
    put(choices, MailTopic.LIMIT_ALERTS, limitAlerts);
    put(choices, MailTopic.PRODUCT_NEWS, productNews);
    return choices;
  }

  private static void put(
      Map<MailTopic, Boolean> choices, MailTopic topic, @Nullable Boolean wanted) {
    if (wanted != null) {
      choices.put(topic, wanted);
    }
  }
}
