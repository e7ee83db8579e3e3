package dev.tollgate.notifications;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.MailTopic;
import dev.tollgate.core.messages.Announcement;
import java.util.Optional;

/** Which mails can be turned off, and by which choice. */
final class Topics {
  private Topics() {}

  /** Empty for what everybody gets. A reminder that money will be taken is such a one. */
  static Optional<MailTopic> of(Announcement.ToPerson announcement, Edition edition) {
    if (announcement instanceof Announcement.LimitNear) {
      return Optional.of(MailTopic.LIMIT_ALERTS);
    }
    return announcement instanceof Announcement.TrialEnding && !edition.trial().charges()
        ? Optional.of(MailTopic.TRIAL_REMINDERS)
        : Optional.empty();
  }
}
