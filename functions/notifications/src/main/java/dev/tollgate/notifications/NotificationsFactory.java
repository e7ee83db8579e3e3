package dev.tollgate.notifications;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.IssuingOneTimeTokens;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.OneTimeTokens;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.leads.SalesLeads;
import dev.tollgate.core.messages.Deliveries;
import dev.tollgate.core.messages.Mailer;
import dev.tollgate.core.messages.Suppressions;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.PlanCatalogue;
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
  Notifications notifications(Environment environment, Edition edition, PlanCatalogue catalogue) {
    return new Notifications(
        new Languages(Languages.SHIPPED, TemplateFiles::read),
        new FrontendLinks(environment.required("FRONTEND_URL")),
        edition,
        new PlanNames(key -> catalogue.find(key).map(ListedPlan::plan), edition.currency()));
  }

  @Singleton
  SendingNotification sending(
      Deliveries deliveries,
      Members members,
      Suppressions suppressions,
      Letters letters,
      Notifications notifications,
      Edition edition,
      Mailer mailer,
      Time time,
      Log log) {
    return new SendingNotification(
        deliveries, members, suppressions, letters, notifications, edition, mailer, time, log);
  }

  @Singleton
  Letters letters(
      OneTimeTokens tokens,
      RandomGenerator random,
      SalesLeads leads,
      Environment environment,
      Edition edition,
      Time time) {
    return new Letters(
        new IssuingOneTimeTokens(tokens, random),
        leads,
        new ApiLinks(environment.required("API_URL")),
        edition,
        time);
  }

  @Singleton
  HearingOfMails hearing(Suppressions suppressions, Time time, Ids ids) {
    return new HearingOfMails(suppressions, time, ids);
  }

  @Singleton
  QueueConsumer queue(SendingNotification sending, HearingOfMails hearing, Log log) {
    return new NotificationQueue(sending, new MailEventQueue(hearing, log), log);
  }
}
