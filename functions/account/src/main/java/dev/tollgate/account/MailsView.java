package dev.tollgate.account;

import dev.tollgate.core.identity.MailPreferences;
import dev.tollgate.core.identity.MailTopic;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * Which mails somebody wants, of those that can be turned off. Mails about security, money and the
 * account's standing always come.
 *
 * @param trialReminders that a trial will end
 * @param limitAlerts that a limit is near or reached
 * @param productNews what is new in the product
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record MailsView(boolean trialReminders, boolean limitAlerts, boolean productNews) {
  static MailsView of(MailPreferences mails) {
    return new MailsView(
        mails.wants(MailTopic.TRIAL_REMINDERS),
        mails.wants(MailTopic.LIMIT_ALERTS),
        mails.wants(MailTopic.PRODUCT_NEWS));
  }
}
