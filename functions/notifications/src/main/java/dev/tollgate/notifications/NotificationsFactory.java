package dev.tollgate.notifications;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.IssuingOneTimeTokens;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.OneTimeTokens;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.messages.Deliveries;
import dev.tollgate.core.messages.Mailer;
import dev.tollgate.lambda.events.QueueConsumer;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.runtime.Environment;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;

/** Puts the function together. */
@Factory
final class NotificationsFactory {
  @Singleton
  Notifications notifications(Environment environment, Edition edition) {
    return new Notifications(
        new Templates(TemplateFiles::read),
        new FrontendLinks(environment.required("FRONTEND_URL")),
        edition);
  }

  @Singleton
  SendingNotification sending(
      Deliveries deliveries,
      Members members,
      OneTimeTokens tokens,
      RandomGenerator random,
      Notifications notifications,
      Edition edition,
      Mailer mailer,
      Time time,
      Log log) {
    return new SendingNotification(
        deliveries,
        members,
        new Letters(new IssuingOneTimeTokens(tokens, random), time),
        notifications,
        edition,
        mailer,
        time,
        log);
  }

  @Singleton
  QueueConsumer queue(SendingNotification sending, Log log) {
    return new NotificationQueue(sending, log);
  }
}
