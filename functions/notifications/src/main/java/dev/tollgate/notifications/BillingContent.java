package dev.tollgate.notifications;

import dev.tollgate.core.editions.DunningPolicy;
import dev.tollgate.core.kernel.Money;
import java.util.Map;

/** What the mails about plans and payments show. */
final class BillingContent {
  private final FrontendLinks links;
  private final PlanNames plans;
  private final DunningPolicy dunning;

  BillingContent(FrontendLinks links, PlanNames plans, DunningPolicy dunning) {
    this.links = links;
    this.plans = plans;
    this.dunning = dunning;
  }

  Content of(Letter.OfBilling letter) {
    return switch (letter) {
      case Letter.PlanStarted started -> plan(MailKind.SUBSCRIPTION_STARTED, started.plan());
      case Letter.PlanEnded ended -> plan(MailKind.SUBSCRIPTION_ENDED, ended.plan());
      case Letter.PlanWasGiven given -> plan(MailKind.COMPLIMENTARY_GRANTED, given.plan());
      case Letter.PlanIsAnother another ->
          new Content(
              MailKind.PLAN_CHANGED,
              links.billing(),
              Map.of("from", plans.name(another.old()), "to", plans.name(another.present())));
      case Letter.Receipt paid ->
          new Content(
              MailKind.PAYMENT_RECEIVED,
              links.payment(paid.page()),
              Map.of("amount", amount(paid.amount()), "number", new Shown.Text(paid.number())));
      case Letter.PaymentRefused refused -> refused(refused);
      case Letter.ConfirmPayment confirm ->
          new Content(
              MailKind.PAYMENT_ACTION_REQUIRED,
              links.payment(confirm.page()),
              Map.of("amount", amount(confirm.amount())));
      case Letter.MoneyReturned returned ->
          new Content(
              MailKind.PAYMENT_REFUNDED,
              links.billing(),
              Map.of("amount", amount(returned.amount())));
      case Letter.AccessWillEnd ending ->
          new Content(
              MailKind.ACCESS_ENDING,
              links.billing(),
              Map.of("ends", new Shown.Moment(ending.endsAt())));
      case Letter.AccessIsOver _ ->
          new Content(MailKind.ACCESS_ENDED, links.billing(), Map.of("consequence", later()));
    };
  }

  private Content refused(Letter.PaymentRefused refused) {
    Shown amount = amount(refused.amount());
    String page = links.payment(refused.page());
    return refused
        .nextTry()
        .map(at -> Map.of("amount", amount, "date", new Shown.Moment(at)))
        .map(own -> new Content(MailKind.PAYMENT_FAILED, page, own))
        .orElseGet(
            () -> new Content(MailKind.PAYMENT_FAILED_FINALLY, page, Map.of("amount", amount)));
  }

  private Shown later() {
    return Shown.Said.of(
        dunning.suspendAfter().isPresent() ? Phrase.SUSPENDED_LATER : Phrase.WAITS_UNTIL_PAID);
  }

  private Content plan(MailKind kind, String key) {
    return new Content(kind, links.billing(), Map.of("plan", plans.name(key)));
  }

  private static Shown amount(Money money) {
    return new Shown.Amount(money);
  }
}
