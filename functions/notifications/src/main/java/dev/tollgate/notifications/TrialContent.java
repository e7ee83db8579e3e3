package dev.tollgate.notifications;

import java.util.HashMap;
import java.util.Map;

/** What the mails about trials show. */
final class TrialContent {
  private final FrontendLinks links;
  private final PlanNames plans;
  private final AfterTrial after;

  TrialContent(FrontendLinks links, PlanNames plans, AfterTrial after) {
    this.links = links;
    this.plans = plans;
    this.after = after;
  }

  Content of(Letter.OfTrial letter) {
    return switch (letter) {
      case Letter.TrialBegan began ->
          content(
              MailKind.TRIAL_STARTED,
              Map.of(
                  "plan", plans.name(began.plan()),
                  "ends", new Shown.Moment(began.endsAt()),
                  "afterwards", after.then(began.plan(), began.endsAt())));
      case Letter.TrialWillEnd ending -> ending(ending);
      case Letter.ChargeWillCome coming ->
          content(
              MailKind.TRIAL_CHARGE_COMING,
              Map.of(
                  "plan", plans.name(coming.plan()),
                  "when", new Shown.Ending(coming.at(), coming.now()),
                  "afterwards",
                      new Shown.Said(
                          Phrase.THEN_PAID,
                          Map.of(
                              "charged",
                              new Shown.Moment(coming.at()),
                              "plan",
                              plans.name(coming.plan())))));
      case Letter.TrialIsOver over ->
          content(
              MailKind.TRIAL_ENDED,
              Map.of(
                  "plan", plans.name(over.plan()),
                  "ended", new Shown.Moment(over.endedAt()),
                  "afterwards", after.now(over.endedAt())));
      case Letter.GraceIsOver over ->
          content(MailKind.TRIAL_LOCKED, Map.of("plan", plans.name(over.plan())));
      case Letter.FirstChargeRefused refused -> refused(refused);
    };
  }

  private Content ending(Letter.TrialWillEnd ending) {
    Map<String, Shown> own = new HashMap<>();
    own.put("plan", plans.name(ending.plan()));
    own.put("when", new Shown.Ending(ending.endsAt(), ending.now()));
    own.put("afterwards", after.then(ending.plan(), ending.endsAt()));
    if (after.charges()) {
      return content(MailKind.TRIAL_CHARGE_COMING, own);
    }
    own.put("ends", new Shown.Moment(ending.endsAt()));
    return content(MailKind.TRIAL_ENDING, own);
  }

  private Content refused(Letter.FirstChargeRefused refused) {
    String page = links.payment(refused.page());
    Map<String, Shown> own = new HashMap<>();
    own.put("amount", new Shown.Amount(refused.amount()));
    own.put(
        "consequence",
        Shown.Said.of(
            after.suspendsOnFailure() ? Phrase.SUSPENDED_UNTIL_PAID : Phrase.WAITS_UNTIL_PAID));
    if (refused.nextTry().isEmpty()) {
      return new Content(MailKind.TRIAL_CHARGE_FAILED_FINALLY, page, own);
    }
    own.put("date", new Shown.Moment(refused.nextTry().get()));
    return new Content(MailKind.TRIAL_CHARGE_FAILED, page, own);
  }

  private Content content(MailKind kind, Map<String, Shown> own) {
    return new Content(kind, links.billing(), own);
  }
}
