package dev.tollgate.notifications;

import dev.tollgate.lambda.events.Verdict;
import dev.tollgate.lambda.logging.Log;
import java.util.Map;

/** What follows from the mail service's events; no address is logged. */
final class MailEventQueue {
  private final HearingOfMails hearing;
  private final Log log;

  MailEventQueue(HearingOfMails hearing, Log log) {
    this.hearing = hearing;
    this.log = log;
  }

  Verdict consume(MailEvent event) {
    switch (event) {
      case MailEvent.Bounced bounced -> {
        hearing.hear(bounced);
        log.info("mail_bounced", Map.of("addresses", bounced.addresses().size()));
      }
      case MailEvent.Complained complained -> {
        hearing.hear(complained);
        log.warn("mail_complaint", Map.of("complaint", complained.id()));
      }
      case MailEvent.OfNoConsequence(var type) -> log.info("mail_event", Map.of("type", type));
    }
    return new Verdict.Done();
  }
}
